import { graphql } from '#ui/graphql/graphql.ts';

const payload = graphql(`
  fragment AdminPriceListPayload on PriceListPayload @_unmask {
    priceList {
      id
      code
      version
    }
    userErrors {
      code
      message
      path
    }
  }
`);

export const priceListSaveMutation = graphql(
  `
    mutation AdminPriceListSave($input: PriceListSaveInput!) {
      priceListSave(input: $input) {
        ...AdminPriceListPayload
      }
    }
  `,
  [payload],
);

export const priceSetMutation = graphql(
  `
    mutation AdminPriceSet($input: PriceSetInput!) {
      priceSet(input: $input) {
        ...AdminPriceListPayload
      }
    }
  `,
  [payload],
);
