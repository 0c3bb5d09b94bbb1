import { allowedActions, instant, localized, one, shape, value } from '../../../platform/read/shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { articleActions } from './article.state.ts';

const published = (row: string) => `(${row}.state = 'PUBLISHED' and (select app_audience()) = any(${row}.audiences))`;

/** Whoever needs help reads what is published for his side. */
export const articleShape = shape({
  type: 'Article',
  prefix: 'art',
  table: 'service_article',
  visible: { STAFF: 'all', SUPPLIER: published, CUSTOMER: published },
  fields: {
    number: value('number'),
    revision: value('revision'),
    state: value('state'),
    audiences: value('audiences'),
    title: localized((row) => `coalesce(nullif(${row}.title_en, ''), ${row}.title_zh)`, 'title_zh'),
    body: localized((row) => `coalesce(nullif(${row}.body_en, ''), ${row}.body_zh)`, 'body_zh'),
    titleEn: value('title_en'),
    titleZh: value('title_zh'),
    bodyEn: value('body_en'),
    bodyZh: value('body_zh'),
    author: one(
      () => personShape,
      (row, child) => `${child}.id = ${row}.author_person_id`,
    ),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at'),
    version: value('version'),
    allowedActions: allowedActions('state', articleActions),
  },
});
