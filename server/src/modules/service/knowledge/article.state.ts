export const ARTICLE_STATES = ['DRAFT', 'REVIEW', 'PUBLISHED', 'ARCHIVED'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** What the desk may do with an article in each state, by the name of the permission. */
export const articleActions: Readonly<Record<ArticleState, readonly string[]>> = {
  DRAFT: ['service.article.save', 'service.article.submit', 'service.article.archive'],
  REVIEW: ['service.article.save', 'service.article.publish', 'service.article.archive'],
  PUBLISHED: ['service.article.revise', 'service.article.archive'],
  ARCHIVED: ['service.article.revise'],
};
