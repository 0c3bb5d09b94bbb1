import { graphql } from '#ui/graphql/graphql.ts';

export const sharingFields = graphql(`
  fragment AdminSharingFields on SharingPolicy @_unmask {
    id
    showsPrices
    showsDemand
    showsOtherSupply
    showsLots
    availability
    version
  }
`);

export const sharingChangeMutation = graphql(
  `
    mutation AdminSharingChange($input: SharingChangeInput!) {
      sharingChange(input: $input) {
        sharing {
          ...AdminSharingFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [sharingFields],
);
