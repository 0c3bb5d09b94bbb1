import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { Statement, Who, Write } from './statement.ts';
import { statements } from './statements.ts';
import { writes } from './writes.ts';

/**
 * The practical limit: bare `node:http` and `pg`, one hand-written prepared statement for each request, its JSON built by
 * Postgres, under the same role and the same actor, so that row-level security judges it as it judges the product.
 */
const url = process.argv[2] ?? '';
const pool = new pg.Pool({ connectionString: url, max: 16, pipeline: true, idleTimeoutMillis: 600_000 });
interface Session extends Who {
  readonly begin: string;
  readonly beginWrite: string;
}
const sessions = new Map<string, Session>();

async function loadSessions(): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; set local app.audience = 'SYSTEM'`);
  const { rows } = await client.query<{ audience: string; org: string; person: string; n: string }>(
    `select m.audience, m.organisation_id as org, m.person_id as person, (('x' || right(m.id::text, 12))::bit(48)::bigint)::text as n from identity_membership m`,
  );
  await client.end();
  for (const { audience, org, person, n } of rows) {
    const actor = `set local app.audience = '${audience}'; set local app.org = '${org}'; set local app.person = '${person}'`;
    sessions.set(`bench-${n}`, {
      begin: `begin read only; ${actor}`,
      beginWrite: `begin; ${actor}`,
      person,
      org,
      audience,
    });
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const session = sessions.get(request.headers.cookie?.split('=')[1] ?? '');
  const name = request.url?.slice(1) ?? '';
  if (!session) throw new Error('no session');
  const text = await run(name, session, await bodyOf(request));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function run(name: string, session: Session, variables: Record<string, unknown>): Promise<string> {
  const [read, write] = [statements[name], writes[name]];
  if (read) return answerRead(name, read, session, variables);
  if (write) return answerWrite(name, write, session, variables);
  throw new Error(`no operation ${name}`);
}

async function answerRead(
  name: string,
  read: Statement,
  session: Session,
  variables: Record<string, unknown>,
): Promise<string> {
  const client = await pool.connect();
  const begun = client.query(session.begin);
  const answering = client.query<{ data: string }>({ name, text: read.text, values: read.values(variables) });
  // Nobody waits for the end of a read; the connection takes the next request behind it.
  client.query('commit').then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
  const [{ rows }] = await Promise.all([answering, begun]);
  return read.finish ? read.finish(rows, variables) : (rows[0]?.data ?? 'null');
}

async function answerWrite(
  name: string,
  write: Write,
  session: Session,
  variables: Record<string, unknown>,
): Promise<string> {
  const client = await pool.connect();
  const begun = client.query(session.beginWrite);
  const steps = write
    .steps(variables, session)
    .map((step, n) => client.query<{ data: string }>({ name: `${name}${n}`, ...step }));
  const committed = client.query('commit').then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
  const [answers] = await Promise.all([Promise.all(steps), begun, committed]);
  const row = answers[write.answer]?.rows[0];
  return row ? (write.finish?.(row) ?? row.data) : 'null';
}

await loadSessions();
const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    response.writeHead(500);
    response.end(error.message);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === 'object' ? address?.port : ''}\n`);
});
process.once('SIGTERM', () => process.exit(0));
