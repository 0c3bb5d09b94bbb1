import { graphql } from '#ui/graphql/graphql.ts';

export const taskFields = graphql(`
  fragment AdminTaskFields on Task @_unmask {
    id
    kind
    title
    state
    done
    total
    createdAt
    startedAt
    finishedAt
    result
    hasReport
  }
`);

export const tasksQuery = graphql(
  `
    query AdminTasks($first: Int!, $after: String, $state: TaskState) {
      tasks(first: $first, after: $after, state: $state) {
        edges {
          node {
            ...AdminTaskFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [taskFields],
);

export const taskQuery = graphql(
  `
    query AdminTask($id: ID!) {
      task(id: $id) {
        ...AdminTaskFields
        issues(first: 100) {
          totalCount
          edges {
            cursor
            node {
              severity
              file
              line
              field
              message
            }
          }
        }
      }
    }
  `,
  [taskFields],
);

export const importStartMutation = graphql(
  `
    mutation AdminImportStart($input: ImportStartInput!) {
      importStart(input: $input) {
        task {
          ...AdminTaskFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [taskFields],
);

export const exportStartMutation = graphql(
  `
    mutation AdminExportStart($input: ExportStartInput!) {
      exportStart(input: $input) {
        task {
          ...AdminTaskFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [taskFields],
);
