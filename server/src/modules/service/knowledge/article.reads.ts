import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { list } from '../../../platform/read/list.ts';
import { articleShape } from './article.shape.ts';
import type { MissedSearch } from './article.types.ts';

export const articleList = list(articleShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    audience: (row, wanted) => `${wanted}::text = any(${row}.audiences)`,
    words: (row, wanted) =>
      `${row}.id in (select w.article_id from service_article_word w where w.word = any(${wanted}::text[])
        group by w.article_id having count(distinct w.word) = cardinality(${wanted}::text[]))`,
  },
});

/** What was looked for in vain in the last ninety days, the most wanted first. */
export async function missedSearches(work: Work, atMost: number): Promise<MissedSearch[]> {
  const since = new Date(work.clock.now().getTime() - 90 * 24 * 3_600_000);
  const { rows } = await sql<MissedSearch>`
    select lower(query) as query, count(*)::int as times,
      to_char(max(searched_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt"
    from service_article_search where hits = 0 and searched_at > ${since}
    group by lower(query) order by count(*) desc, max(searched_at) desc limit ${atMost}`.execute(work.sql);
  return rows;
}
