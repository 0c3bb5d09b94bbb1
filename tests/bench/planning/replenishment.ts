import { sql } from 'kysely';
import type pg from 'pg';
import { replenishmentRuns } from '../../../server/src/modules/vmi/run/replenishment-run.service.ts';
import { systemActor } from '../../../server/src/platform/access/actor.ts';
import type { Database } from '../../../server/src/platform/db/database.ts';

const actor = systemActor('bench');
const TURNS = 5;

/**
 * What nobody can be faster than: one statement that compares stock with the reorder point, sizes up to the maximum in
 * whole multiples and writes the same rows into the same table; no reservations, nothing on order, no quotas, no
 * calendars, no reasons why a line is left out.
 *
 * Fair is what gives the same answer: the same lines with the same quantities, which is checked, each with the figures it
 * was computed from, because a proposal that cannot be explained is none. So `inputs` is written here too, as far as this
 * statement knows them: six figures of the run's two and twenty. The other sixteen, and days of delivery by calendars,
 * are on the product's account. Without any figures this statement is faster, and the ratio lower.
 */
const bare = sql`
  insert into vmi_proposal (id, supplier_id, agreement_id, agreement_version_no, line_id, item_id, site_id, bucket_on,
    limits_revision, state, quantity, deliver_on, order_unit_code, numerator, denominator, inputs, answer_due_at, computed_at, opened_at)
  select gen_random_uuid(), l.supplier_id, l.agreement_id, 1, l.id, l.item_id, l.site_id, current_date, l.limits_revision, 'OPEN',
    greatest(t.minimum_quantity, ceil((l.maximum - b.on_hand) / t.order_multiple) * t.order_multiple), current_date + t.lead_time_days,
    t.order_unit_code, t.numerator, t.denominator, jsonb_build_object('onHand', b.on_hand, 'reorderPoint', l.reorder_point,
      'maximum', l.maximum, 'multiple', t.order_multiple, 'minimumOrder', t.minimum_quantity, 'leadTimeDays', t.lead_time_days), now() + interval '48 hours', now(), now()
  from vmi_agreement_line l
  join inventory_stock_balance b on b.item_id = l.item_id and b.site_id = l.site_id and b.owner_id = l.owner_id
  join catalog_supplier_item t on t.supplier_id = l.supplier_id and t.item_id = l.item_id
  where l.is_live and b.on_hand <= l.reorder_point order by l.id`;

export interface ReplenishmentFigures {
  /** Lines a second over those of the bare statement. */
  readonly ratio: number;
  readonly seconds: number;
  readonly lines: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

/** Which lines were proposed, and how much of each. */
async function answerOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ answer: string }>(
    `select count(*) || ' ' || md5(string_agg(line_id || ' ' || quantity, ',' order by line_id)) as answer from vmi_proposal`,
  );
  return rows[0]?.answer ?? '';
}

/** The product's run against the bare statement, in pairs, on the same data and with row security on in both. */
export async function measureReplenishment(
  database: Database,
  client: pg.Client,
  say: (line: string) => void,
): Promise<ReplenishmentFigures> {
  const empty = () => client.query('truncate vmi_proposal, vmi_run, vmi_run_issue cascade');
  const pairs: { limit: number; run: number }[] = [];
  let lines = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await empty();
    const limit = await timed(() => database.transact(actor, (work) => bare.execute(work.sql)));
    const answer = await answerOf(client);
    await empty();
    const run = await timed(async () => {
      const { lineCount, proposalCount } = await database.transact(actor, (work) => replenishmentRuns.run(work));
      lines = lineCount;
      if (turn === 0) say(`replenishment: ${lineCount} lines, ${proposalCount} proposals`);
    });
    if ((await answerOf(client)) !== answer) throw new Error('The run and the bare statement propose different things');
    pairs.push({ limit, run });
  }
  const again = await database.transact(actor, (work) => replenishmentRuns.run(work));
  if (again.runId !== null) throw new Error('A replenishment run that changes nothing wrote something');
  const [limit, seconds] = [median(pairs.map((pair) => pair.limit)), median(pairs.map((pair) => pair.run))];
  say(`replenishment: ${seconds.toFixed(2)} s, the bare statement ${limit.toFixed(2)} s`);
  return { ratio: median(pairs.map((pair) => pair.limit / pair.run)), seconds, lines };
}
