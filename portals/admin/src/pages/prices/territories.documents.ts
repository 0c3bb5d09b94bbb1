import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const territoryFields = graphql(`
  fragment AdminTerritory on Territory @_unmask {
    id
    code
    name
    country
    area
    customerCount
  }
`);

export const territoriesQuery = graphql(
  `
    query AdminTerritories($first: Int!, $after: String, $search: String) {
      territories(first: $first, after: $after, search: $search) {
        edges {
          node {
            ...AdminTerritory
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [territoryFields],
);

export const territorySaveMutation = graphql(`
  mutation AdminTerritorySave($input: TerritorySaveInput!) {
    territorySave(input: $input) {
      territory {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type Territory = ResultOf<typeof territoryFields>;
