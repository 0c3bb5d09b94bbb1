import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const articleRow = graphql(`
  fragment AdminArticleRow on Article @_unmask {
    id
    number
    revision
    state
    audiences
    title
    createdAt
  }
`);

export const knowledgeQuery = graphql(
  `
    query AdminKnowledge($first: Int!, $after: String, $search: String, $state: [ArticleState!]) {
      articles(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...AdminArticleRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [articleRow],
);

export const editQuery = graphql(
  `
    query AdminArticle($id: ID!) {
      article(id: $id) {
        ...AdminArticleRow
        titleEn
        titleZh
        bodyEn
        bodyZh
        version
        allowedActions
        author {
          id
          name
        }
      }
    }
  `,
  [articleRow],
);

export const missedQuery = graphql(`
  query AdminMissedSearches {
    missedSearches {
      query
      times
      lastAt
    }
  }
`);

export type ArticleRow = ResultOf<typeof articleRow>;
