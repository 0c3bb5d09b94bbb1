import type { Work } from '../../../platform/db/work.ts';
import type { SummaryType } from './summary.types.ts';

// The first wall; row-level security is the second.
const own = (row: string) => `((select app_audience()) <> 'SUPPLIER' or ${row}.supplier_id = (select app_org()))`;

const counted = (key: string, from: string) =>
  `(select coalesce(json_agg(json_build_object('${key}', x.${key}, 'count', x.count) order by x.count desc, x.${key}), '[]') from (${from}) x)`;

const STATEMENT = `
  with lines as (select s.colour, count(*)::int as count from vmi_line_status s where s.is_live and ${own('s')} group by 1),
  proposals as (
    select count(*) filter (where p.state = 'OPEN')::int as open, count(*) filter (where p.state = 'COUNTERED')::int as countered,
           count(*) filter (where p.state = 'OPEN' and p.answer_due_at < $1)::int as overdue
    from vmi_proposal p where p.state in ('OPEN', 'COUNTERED') and ${own('p')})
  select json_build_object(
    'lineCount', (select coalesce(sum(count), 0)::int from lines),
    'colours', ${counted('colour', 'select * from lines')},
    'alerts', ${counted('type', `select a.type, count(*)::int as count from vmi_alert a where a.ended_at is null and ${own('a')} group by 1`)},
    'awaitingAnswer', p.open, 'overdueAnswers', p.overdue, 'awaitingReview', p.countered,
    'awaitingSignature', (select count(*)::int from vmi_agreement_version v where v.state = 'PROPOSED' and ${own('v')})) as data
  from proposals p`;

/** The counts of the whole corridor, as far as the reader may see it, in one statement. */
export async function readSummary(work: Work): Promise<SummaryType> {
  return (await work.runPlan(STATEMENT, [work.clock.now()])) as SummaryType;
}
