import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { enterTask, TaskProgress, type TaskIssue } from '../../../server/src/platform/tasks/task.service.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let buyer: Actor;
let planner: Actor;
let stranger: Actor;
let own: string;

const issue = (line: number): TaskIssue => ({
  severity: 'ERROR',
  file: 'items.csv',
  line,
  field: 'unit',
  message: `line ${line} is wrong`,
});

beforeAll(async () => {
  app = await TestApp.start();
  buyer = await anActor(app, await anOrganisation(app, 'company'), 'BUYER');
  planner = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_PLANNER');
  stranger = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_PLANNER');
  own = await app.database.transact(planner, (work) =>
    enterTask(work, { kind: 'EXPORT', title: 'Stock', organisationId: planner.organisationId }),
  );
  await app.prepare((work) => enterTask(work, { kind: 'IMPORT', title: 'Items' }));
});
afterAll(() => app.close());

type Page = { tasks: { nodes: { title: string; state: string }[]; totalCount: number } };
type One = {
  task: {
    state: string;
    result: string;
    issues: {
      nodes: { line: number }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
};
const globalId = (id: string) => `tsk_${id.replaceAll('-', '')}`;
const report =
  'query ($id: ID!, $after: String) { task(id: $id) { state result issues(first: 2, after: $after) { nodes { line message severity } totalCount pageInfo { hasNextPage endCursor } } } }';

it('lists all long work to staff, newest first, in one statement', async () => {
  const document = '{ tasks(first: 10) { totalCount nodes { id kind title state done total createdAt } } }';
  let page!: Page;
  const statements = await app.statements(async () => (page = await app.ask<Page>(buyer, document)));
  expect(statements).toHaveLength(1);
  expect(page.tasks.nodes.map(({ title }) => title)).toEqual(['Items', 'Stock']);
});

it('shows an organisation its own work only', async () => {
  const document = '{ tasks(first: 10) { totalCount nodes { title } } }';
  expect((await app.ask<Page>(planner, document)).tasks.nodes).toEqual([{ title: 'Stock' }]);
  expect((await app.ask<Page>(stranger, document)).tasks).toEqual({ totalCount: 0, nodes: [] });
  const foreign = await app.run(stranger, report, { id: globalId(own) });
  expect(foreign.data).toEqual({ task: null });
  expect((await app.run(stranger, report, { id: `tsk_${'f'.repeat(32)}` })).data).toEqual({ task: null });
});

it('keeps the report of a running task, page by page, in one statement', async () => {
  const task = await TaskProgress.start(app.database, systemActor('test'), own);
  await task?.report([issue(2), issue(3), issue(5)]);
  await task?.finish('DONE', { rows: 7 });
  let first!: One;
  const statements = await app.statements(
    async () => (first = await app.ask<One>(planner, report, { id: globalId(own) })),
  );
  expect(statements).toHaveLength(1);
  expect(first.task).toMatchObject({ state: 'DONE', result: '{"rows": 7}', issues: { totalCount: 3 } });
  expect(first.task.issues.nodes.map(({ line }) => line)).toEqual([2, 3]);
  const after = first.task.issues.pageInfo.endCursor;
  const second = await app.ask<One>(planner, report, { id: globalId(own), after });
  expect(second.task.issues).toMatchObject({ nodes: [{ line: 5 }], pageInfo: { hasNextPage: false } });
});

it('does not start a task that has ended', async () => {
  expect(await TaskProgress.start(app.database, systemActor('test'), own)).toBeNull();
});

it('refuses a cursor of another list', async () => {
  const { errors } = await app.run(planner, report, { id: globalId(own), after: 'nonsense' });
  expect(errors?.[0]?.message).toContain('after is not a cursor');
});
