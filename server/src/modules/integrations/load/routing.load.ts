import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { routings, workCentres } from '../templates/planning.templates.ts';
import { refuseRepeats } from './documents.ts';
import { siteCodes, siteOf } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { upsert } from './upsert.ts';

export const workCentreLoader = loader(workCentres, async (loading, rows) => {
  const site = await siteOf(loading, rows);
  const target = {
    table: 'planning_work_centre',
    columns:
      'id uuid, site_id uuid, code text, name text, hours_per_day numeric, efficiency numeric, cost_per_hour numeric, is_active boolean',
    key: ['site_id', 'code'],
    hasVersion: true,
  };
  refuseRepeats(loading, stillGood(loading, rows), 'code', (row) => [site(row), row.code]);
  const staged = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    site_id: site(row),
    name: row.name || row.code,
  }));
  return upsert(loading.work, target, staged);
});

const OPERATION =
  'id uuid, routing_id uuid, operation_no int, work_centre_id uuid, name text, setup_hours numeric, run_hours numeric';

/** Routings as the file says they are: its rows are all operations of each routing it names. */
export const routingLoader = loader(routings, async (loading, rows) => {
  const { work } = loading;
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  const code = await siteCodes(work, rows.map(site));
  const centre = await resolve(
    loading,
    rows,
    'work_centre',
    'workCentre',
    (row) => `${code.get(site(row) ?? '') ?? ''}/${row.work_centre}`,
  );
  const named = [...Map.groupBy(stillGood(loading, rows), ({ $document }) => $document).values()].flatMap(([first]) =>
    first ? [{ ...first, id: newId(), item_id: item(first), site_id: site(first) }] : [],
  );
  refuseRepeats(loading, named, 'site', (row) => [row.item_id, row.site_id, row.revision, row.alternate]);
  const [heads, good] = [stillGood(loading, named), stillGood(loading, rows)];
  const head = {
    table: 'planning_routing',
    columns: 'id uuid, item_id uuid, site_id uuid, revision text, alternate int',
    key: ['item_id', 'site_id', 'revision', 'alternate'],
  };
  await upsert(work, head, heads);
  const { rows: written } = await sql<{ document: string; id: string }>`
    select x."$document" as document, r.id
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as x("$document" text, item_id uuid, site_id uuid, revision text, alternate int)
    join planning_routing r using (item_id, site_id, revision, alternate)`.execute(work.sql);
  const ids = new Map(written.map(({ document, id }) => [document, id]));
  const staged = good.map((row) => ({
    ...row,
    id: newId(),
    routing_id: ids.get(row.$document),
    work_centre_id: centre(row),
  }));
  const counts = await upsert(
    work,
    { table: 'planning_operation', columns: OPERATION, key: ['routing_id', 'operation_no'] },
    staged,
  );
  const { rows: dropped } = await sql`
    delete from planning_operation o
    where o.routing_id = any(${[...ids.values()]}::uuid[]) and (o.routing_id, o.operation_no) not in (
      select x.routing_id, x.operation_no from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as x(routing_id uuid, operation_no int))
    returning o.id`.execute(work.sql);
  return { ...counts, updated: counts.updated + dropped.length };
});
