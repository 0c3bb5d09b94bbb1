import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { TextRefused } from '../../interactions/interactions.errors.ts';
import { ArticleNotInThisState, AuthorPublishes } from '../service.errors.ts';
import { articlePublished } from '../service.events.ts';
import { wordsOf } from '../ticket/search-words.calc.ts';
import { TITLE_WEIGHT } from './article-words.calc.ts';
import { Article } from './article.entity.ts';
import type { ArticleState } from './article.state.ts';

export interface ArticleText {
  readonly audiences: readonly string[];
  readonly titleEn: string;
  readonly titleZh: string;
  readonly bodyEn: string;
  readonly bodyZh: string;
}

const MOST_TITLE = 200;
const MOST_BODY = 50_000;

/** Writes, reviews, publishes and archives what people ask often. */
export class Articles {
  /** A new article, or another text of a draft. @throws TextRefused, NotFound, StaleObject, ArticleNotInThisState */
  async save(work: Work, id: string | null, expectedVersion: number | null, text: ArticleText): Promise<string> {
    const { titleEn, titleZh, bodyEn, bodyZh } = text;
    const longestTitle = Math.max(titleEn.length, titleZh.length);
    if (longestTitle === 0 || longestTitle > MOST_TITLE)
      throw new TextRefused({ most: MOST_TITLE }, ['input', 'titleEn']);
    if (Math.max(bodyEn.length, bodyZh.length) > MOST_BODY)
      throw new TextRefused({ most: MOST_BODY }, ['input', 'bodyEn']);
    const article = id ? await this.lock(work, id, expectedVersion, 'DRAFT', 'REVIEW') : new Article();
    const authorPersonId = id ? article.authorPersonId : work.actor.personId;
    Object.assign(article, { ...text, audiences: [...text.audiences], authorPersonId, state: 'DRAFT' });
    work.em.persist(article);
    await work.em.flush();
    await this.keepWords(work, article);
    return article.id;
  }

  /** @throws NotFound, StaleObject, ArticleNotInThisState */
  async submit(work: Work, id: string, expectedVersion: number): Promise<string> {
    const article = await this.lock(work, id, expectedVersion, 'DRAFT');
    article.state = 'REVIEW';
    return id;
  }

  /** Puts it in the place of the revision before it. @throws AuthorPublishes beside what `submit` throws */
  async publish(work: Work, id: string, expectedVersion: number): Promise<string> {
    const article = await this.lock(work, id, expectedVersion, 'REVIEW');
    if (article.authorPersonId !== null && article.authorPersonId === work.actor.personId)
      throw new AuthorPublishes({}, ['input', 'articleId']);
    await sql`
      update service_article set state = 'ARCHIVED', version = version + 1
      where number = ${article.number} and state = 'PUBLISHED'`.execute(work.sql);
    Object.assign(article, { state: 'PUBLISHED', publishedAt: work.clock.now() });
    work.record(articlePublished(id));
    return id;
  }

  /** A new draft under the same number; the published text stands until the draft is. @throws as `submit` */
  async revise(work: Work, id: string): Promise<string> {
    const article = await this.lock(work, id, null, 'PUBLISHED', 'ARCHIVED');
    const { rows } = await sql<{ latest: number; hasDraft: boolean }>`
      select max(revision) as latest, bool_or(state in ('DRAFT', 'REVIEW')) as "hasDraft"
      from service_article where number = ${article.number}`.execute(work.sql);
    if (rows[0]?.hasDraft) throw new ArticleNotInThisState({ number: article.number });
    const { number, audiences, titleEn, titleZh, bodyEn, bodyZh } = article;
    const draft = Object.assign(new Article(), { number, audiences, titleEn, titleZh, bodyEn, bodyZh });
    Object.assign(draft, { revision: (rows[0]?.latest ?? 0) + 1, authorPersonId: work.actor.personId });
    work.em.persist(draft);
    await work.em.flush();
    await this.keepWords(work, draft);
    return draft.id;
  }

  /** @throws NotFound, StaleObject, ArticleNotInThisState */
  async archive(work: Work, id: string, expectedVersion: number): Promise<string> {
    const article = await this.lock(work, id, expectedVersion, 'DRAFT', 'REVIEW', 'PUBLISHED');
    article.state = 'ARCHIVED';
    return id;
  }

  private async lock(work: Work, id: string, version: number | null, ...states: ArticleState[]): Promise<Article> {
    const article = await work.em.findOne(Article, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!article) throw new NotFound({}, ['input', 'articleId']);
    if (version !== null && article.version !== version)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: article.version });
    if (!states.includes(article.state)) throw new ArticleNotInThisState({ number: article.number });
    return article;
  }

  private async keepWords(work: Work, { id, titleEn, titleZh, bodyEn, bodyZh }: Article): Promise<void> {
    const inTitle = new Set(wordsOf(`${titleEn} ${titleZh}`));
    const rows = [...new Set([...inTitle, ...wordsOf(`${bodyEn} ${bodyZh}`)])].map((word) => ({
      word,
      weight: inTitle.has(word) ? TITLE_WEIGHT : 1,
    }));
    await sql`delete from service_article_word where article_id = ${id}`.execute(work.sql);
    await sql`
      insert into service_article_word (word, article_id, weight)
      select r.word, ${id}, r.weight from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(word text, weight int)`.execute(
      work.sql,
    );
  }
}

export const articles = new Articles();
