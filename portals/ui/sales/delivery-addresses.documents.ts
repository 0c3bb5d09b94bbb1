import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const deliveryAddressFields = graphql(`
  fragment SalesDeliveryAddress on DeliveryAddress @_unmask {
    id
    name
    address
    isDefault
    isActive
    version
  }
`);

export const deliveryAddressesQuery = graphql(
  `
    query SalesDeliveryAddresses($id: ID!) {
      organisation(id: $id) {
        id
        deliveryAddresses {
          ...SalesDeliveryAddress
        }
      }
    }
  `,
  [deliveryAddressFields],
);

export const deliveryAddressSaveMutation = graphql(`
  mutation SalesDeliveryAddressSave($input: DeliveryAddressSaveInput!) {
    deliveryAddressSave(input: $input) {
      deliveryAddress {
        id
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type DeliveryAddress = ResultOf<typeof deliveryAddressFields>;
