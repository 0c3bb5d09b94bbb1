import { graphql } from '#ui/graphql/graphql.ts';
import { sharingFields } from './sharing.documents.ts';

export const partyFields = graphql(
  `
    fragment AdminPartyFields on Organisation @_unmask {
      id
      number
      name
      isSupplier
      isCustomer
      isCompany
      currency
      timeZone
      country
      email
      isActive
      sharing {
        ...AdminSharingFields
      }
    }
  `,
  [sharingFields],
);

export const partiesQuery = graphql(
  `
    query AdminParties($first: Int!, $after: String, $search: String, $isSupplier: Boolean, $isCustomer: Boolean) {
      organisations(
        first: $first
        after: $after
        search: $search
        isSupplier: $isSupplier
        isCustomer: $isCustomer
        sort: NAME
      ) {
        edges {
          node {
            ...AdminPartyFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [partyFields],
);

export const partyRegisterMutation = graphql(
  `
    mutation AdminPartyRegister($input: OrganisationRegisterInput!) {
      organisationRegister(input: $input) {
        organisation {
          ...AdminPartyFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [partyFields],
);
