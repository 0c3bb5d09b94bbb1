import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const buyerLimitsQuery = graphql(`
  query BuyerLimits($id: ID!) {
    organisation(id: $id) {
      id
      customerTerms {
        id
        currency
        buyerLimits {
          id
          personId
          personName
          canApprove
          version
          orderLimit {
            amount
            currency
          }
        }
      }
    }
    memberships(first: 100, organisationId: $id, isActive: true) {
      nodes {
        id
        audience
        person {
          id
          name
        }
      }
    }
  }
`);

export const buyerLimitSaveMutation = graphql(`
  mutation BuyerLimitSave($input: BuyerLimitSaveInput!) {
    buyerLimitSave(input: $input) {
      limit {
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

type Terms = NonNullable<NonNullable<ResultOf<typeof buyerLimitsQuery>['organisation']>['customerTerms']>;
export type BuyerLimit = Terms['buyerLimits'][number];
