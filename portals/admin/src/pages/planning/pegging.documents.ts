import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const pegEnd = graphql(`
  fragment AdminPegEnd on MrpPegEnd @_unmask {
    type
    documentId
    label
    day
    quantity
    planningItemId
  }
`);
export type PegEnd = ResultOf<typeof pegEnd>;

export const peggingQuery = graphql(
  `
    query AdminMrpPegging($id: ID!) {
      mrpPegging(planningItemId: $id) {
        planningItemId
        sku
        unit
        pegs {
          quantity
          supply {
            ...AdminPegEnd
          }
          demand {
            ...AdminPegEnd
          }
        }
        uncovered {
          ...AdminPegEnd
        }
        unused {
          ...AdminPegEnd
        }
        components {
          planningItemId
          sku
        }
      }
    }
  `,
  [pegEnd],
);
export type Pegging = NonNullable<ResultOf<typeof peggingQuery>['mrpPegging']>;
