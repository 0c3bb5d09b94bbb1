import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { TITLE_WEIGHT } from './article-words.calc.ts';
import { wantedWords } from '../ticket/search-words.calc.ts';

/** Words so common that they say nothing about what somebody needs. */
const COMMON = new Set(
  'a an and are as at be but by can do for from has have how i if in is it me my no not of on or our so the this to was we what when where which who why will with you your 如何 怎么 怎样 什么 我们 你们 我想 请问 可以 这个 那个 一下 没有 是否 的时 时候'.split(
    ' ',
  ),
);

/** Finds articles for what somebody writes. */
export class ArticleSearch {
  /**
   * Published articles that the reader may see, by how many of the words they have, titles before texts. A word of the
   * title that says something is enough: in Chinese a long question has many pairs of signs, and few of an article.
   */
  async find(work: Work, text: string, atMost: number): Promise<string[]> {
    const words = wantedWords(text.slice(0, 2000)).filter((word) => !COMMON.has(word));
    if (words.length === 0) return [];
    const { audience } = work.actor;
    const { rows } = await sql<{ id: string }>`
      select a.id from service_article_word w join service_article a on a.id = w.article_id
      where w.word = any(${words}::text[]) and a.state = 'PUBLISHED'
        and (${audience} = any(a.audiences) or ${audience} in ('STAFF', 'SYSTEM'))
      group by a.id having count(*) >= ${Math.min(words.length, Math.max(1, Math.ceil(words.length / 5)))}
        or bool_or(w.weight >= ${TITLE_WEIGHT} and (char_length(w.word) >= 5 or w.word ~ '^[一-龥]{2}$'))
      order by sum(w.weight) desc, a.id limit ${atMost}`.execute(work.sql);
    return rows.map(({ id }) => id);
  }

  /** Notes what somebody looked for and how much there was. Without a hit it is what should be written next. */
  async note(work: Work, query: string, hits: number): Promise<void> {
    const { audience, organisationId } = work.actor;
    await sql`
      insert into service_article_search (id, audience, organisation_id, query, hits, searched_at)
      values (${newId()}, ${audience}, ${organisationId}, ${query.trim().slice(0, 200)}, ${hits}, ${work.clock.now()})`.execute(
      work.sql,
    );
  }
}

export const articleSearch = new ArticleSearch();
