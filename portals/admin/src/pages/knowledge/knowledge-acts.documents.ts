import { graphql } from '#ui/graphql/graphql.ts';

export const articleSaveMutation = graphql(`
  mutation AdminArticleSave($input: ArticleSaveInput!) {
    articleSave(input: $input) {
      article {
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

export const articleSubmitMutation = graphql(`
  mutation AdminArticleSubmit($input: ArticleActInput!) {
    articleSubmit(input: $input) {
      article {
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

export const articlePublishMutation = graphql(`
  mutation AdminArticlePublish($input: ArticleActInput!) {
    articlePublish(input: $input) {
      article {
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

export const articleArchiveMutation = graphql(`
  mutation AdminArticleArchive($input: ArticleActInput!) {
    articleArchive(input: $input) {
      article {
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

export const articleReviseMutation = graphql(`
  mutation AdminArticleRevise($input: ArticleActInput!) {
    articleRevise(input: $input) {
      article {
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
