import { instant, shape, value, type Arg, type Row } from '../read/shape.ts';

const own = (row: Row) => `${row}.organisation_id = (select app_org())`;

/** The report below a task, a page at a time: read with the task itself, so that a list costs one statement. */
function issuesOf(row: Row, arg: Arg): string {
  const [first, after] = [arg('first', 'int'), arg('after', 'text')];
  const later = `(${after} is null or i.id > case when ${after} ~ '^[0-9a-f-]{36}$' then ${after}::uuid end)`;
  const page = `select i.id, i.severity, i.file, i.line, i.field, i.message from platform_task_issue i
    where i.task_id = ${row}.id and ${later} order by i.id limit least(greatest(${first}, 0), 100) + 1`;
  return `json_build_object(
    'rows', (select coalesce(json_agg(p), '[]') from (${page}) p),
    'total', (select count(*) from platform_task_issue i where i.task_id = ${row}.id))`;
}

/** Long work is seen by staff and by the organisation it was done for. */
export const taskShape = shape({
  type: 'Task',
  prefix: 'tsk',
  table: 'platform_task',
  visible: { STAFF: 'all', SUPPLIER: own, CUSTOMER: own },
  fields: {
    kind: value('kind'),
    title: value('title'),
    state: value('state'),
    done: value('done'),
    total: value('total'),
    createdAt: instant('created_at'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    result: value((row) => `${row}.result::text`),
    hasReport: value((row) => `exists (select from platform_task_issue i where i.task_id = ${row}.id)`),
    issues: value(issuesOf),
  },
});
