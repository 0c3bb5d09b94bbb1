import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { jobs } from '../../../server/src/app/modules.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { ensureAccount } from '../../../server/src/modules/identity/person/accounts.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { unzip, zip } from '../../../server/src/platform/files/zip.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;
let url: string;
let folder: string;
let buyer: Actor;

/** A signed-in browser: its cookie and the portal it has open. */
interface Browser {
  readonly cookie: string;
  readonly portal: string;
}
let staff: Browser;
let stranger: Browser;

async function signIn(email: string, portal: string): Promise<Browser> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-corridor-portal': portal },
    body: JSON.stringify({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }',
      variables: { input: { email, password: PASSWORD, portal: portal === 'admin' ? 'STAFF' : 'SUPPLIER' } },
    }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`No cookie: ${await answer.text()}`);
  return { cookie, portal };
}

const headersOf = ({ cookie, portal }: Browser) => ({ cookie, 'x-corridor-portal': portal });
const get = (path: string, who: Browser) => fetch(`${url}${path}`, { headers: headersOf(who) });

async function upload(
  who: Browser,
  files: Record<string, string | Uint8Array>,
  headers = headersOf(who) as Record<string, string>,
) {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) form.append('file', new Blob([bytes]), name);
  return fetch(`${url}/upload`, { method: 'POST', headers, body: form });
}

type Started = { started: { task: { id: string } | null; userErrors: { code: string; path: string[] }[] } };
const importStart = `mutation ($input: ImportStartInput!) { started: importStart(input: $input) { task { id } userErrors { code path } } }`;
const exportStart = `mutation ($input: ExportStartInput!) { started: exportStart(input: $input) { task { id } userErrors { code path } } }`;
const state =
  'query ($id: ID!) { task(id: $id) { state result hasReport issues(first: 5) { nodes { file line field message } } } }';

/** What the queue would run next, run here. */
async function runJobs(): Promise<void> {
  const waiting = await app.owner.query<{ name: string; payload: Record<string, unknown> }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier like 'integrations_%' returning t.identifier as name, j.payload`,
  );
  for (const { name, payload } of waiting) await jobs.find((job) => job.name === name)?.run(app.database, payload);
}

async function takeIn(actor: Actor, uploadIds: string[]): Promise<string> {
  const { started } = await app.ask<Started>(actor, importStart, {
    input: { idempotencyKey: newId(), kind: 'CSV', uploadIds },
  });
  await runJobs();
  return started.task?.id ?? '';
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-files-'));
  vi.stubEnv('CORRIDOR_DATA_DIR', folder);
  app = await TestApp.start();
  url = (await app.listen()).url;
  const company = await anOrganisation(app, 'company');
  const supplier = await anOrganisation(app, 'supplier');
  const accounts = [
    { email: 'buyer@example.com', organisationId: company.id, audience: 'STAFF', roles: ['BUYER'] },
    {
      email: 'planner@example.com',
      organisationId: supplier.id,
      audience: 'SUPPLIER',
      roles: ['SUPPLIER_PLANNER'],
    },
  ] as const;
  const [opened] = await app.prepare(async (work) => {
    const made = [];
    for (const account of accounts)
      made.push(await ensureAccount(work, { ...account, name: account.email, password: PASSWORD }));
    return made;
  });
  buyer = { ...(await anActor(app, company, 'BUYER')), personId: opened?.personId ?? '' };
  staff = await signIn('buyer@example.com', 'admin');
  stranger = await signIn('planner@example.com', 'supplier');
});
afterAll(async () => {
  await app.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const UNITS = 'code,name_en\nEA,Each\nBOX,Box\n';
const idsOf = async (answer: Response) =>
  ((await answer.json()) as { uploads: { id: string }[] }).uploads.map(({ id }) => id);

it('takes in a zip archive that was handed in, and tells how it went', async () => {
  const archive = zip([{ name: 'tables/units.csv', bytes: Buffer.from(UNITS) }]);
  const ids = await idsOf(await upload(staff, { 'tables.zip': archive }));
  const task = await takeIn(buyer, ids);
  const { task: done } = await app.ask<{ task: { state: string; result: string } }>(buyer, state, {
    id: task,
  });
  expect(done.state).toBe('DONE');
  expect(JSON.parse(done.result)).toMatchObject({ errors: 0, files: { 'units.csv': { inserted: 2 } } });
});

it('reports bad rows on the page and as a file without formulas', async () => {
  const ids = await idsOf(await upload(staff, { 'items.csv': 'sku,name_en,unit,supply\n=1+1,One,=cmd,BUY\n' }));
  const task = await takeIn(buyer, ids);
  const answer = await app.ask<{ task: { hasReport: boolean; issues: { nodes: unknown[] } } }>(buyer, state, {
    id: task,
  });
  expect(answer.task.issues.nodes).toEqual([
    { file: 'items.csv', line: 2, field: 'unit', message: 'There is no unit "=cmd"' },
  ]);
  const report = await get(`/tasks/${task}/report.csv`, staff);
  expect(report.headers.get('content-disposition')).toBe('attachment; filename="report.csv"');
  expect(await report.text()).toBe(
    'severity,file,line,field,message\r\nERROR,items.csv,2,unit,"There is no unit ""=cmd"""\r\n'.replace('\uFEFF', ''),
  );
});

it('gives tables out as an archive that only the company can fetch', async () => {
  const { started } = await app.ask<Started>(buyer, exportStart, {
    input: { idempotencyKey: newId(), kind: 'TABLES' },
  });
  await runJobs();
  const id = started.task?.id ?? '';
  const file = await get(`/exports/${id}`, staff);
  const names = unzip(new Uint8Array(await file.arrayBuffer()), 1_000_000).map(({ name }) => name);
  expect(names).toContain('purchase_orders.csv');
  const link = await fetch(`${url}/exports/${id}?portal=admin`, { headers: { cookie: staff.cookie } });
  expect(link.status).toBe(200);
  for (const path of [`/exports/${id}`, `/tasks/${id}/report.csv`]) {
    const foreign = await get(path, stranger);
    const unknown = await get(path.replace(id, `tsk_${'0'.repeat(32)}`), stranger);
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(foreign.status).toBe(404);
  }
});

it('refuses files from whoever may not import, from another site, and of another kind', async () => {
  const refused = await Promise.all([
    upload(stranger, { 'units.csv': UNITS }),
    upload(staff, { 'units.csv': UNITS }, { cookie: staff.cookie }),
    upload(staff, { 'units.csv': UNITS }, { 'x-corridor-portal': 'admin' }),
    upload(staff, { 'units.csv': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0]) }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 401, 415]);
});

it('does not take in what somebody else handed in', async () => {
  const ids = await idsOf(await upload(staff, { 'units.csv': UNITS }));
  const other = await anActor(app, await anOrganisation(app, 'company'), 'BUYER');
  for (const uploadIds of [ids, [`upl_${'0'.repeat(32)}`], ['nonsense']]) {
    const { data } = await app.run<Started>(other, importStart, {
      input: { idempotencyKey: newId(), kind: 'CSV', uploadIds },
    });
    expect(data.started).toMatchObject({
      task: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'uploadIds'] }],
    });
  }
});

it('lets neither a viewer nor a supplier start an import or an export', async () => {
  const viewer = await anActor(app, await anOrganisation(app, 'company'), 'VIEWER');
  for (const [document, input] of [
    [importStart, { idempotencyKey: newId(), kind: 'CSV', uploadIds: [] }],
    [exportStart, { idempotencyKey: newId(), kind: 'TABLES' }],
  ] as const) {
    expect((await app.run(viewer, document, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
    expect((await app.run(supplier, document, { input })).errors).toBeDefined();
  }
});

it('says so when an archive is none', async () => {
  const ids = await idsOf(await upload(staff, { 'tables.zip': new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) }));
  const task = await takeIn(buyer, ids);
  const answer = await app.ask<{ task: { state: string; issues: { nodes: { message: string }[] } } }>(buyer, state, {
    id: task,
  });
  expect(answer.task.state).toBe('FAILED');
  expect(answer.task.issues.nodes[0]?.message).toContain('cannot be opened');
});

it('removes files after a week and keeps what came of them', async () => {
  await app.owner.query(`update platform_upload set created_at = now() - interval '8 days'`);
  await jobs.find(({ name }) => name === 'integrations_old_files')?.run(app.database, {});
  expect(await app.owner.query('select id from platform_upload')).toEqual([]);
});
