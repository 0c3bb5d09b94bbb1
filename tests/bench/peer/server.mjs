import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile as its manual sets it up, over the product's tables, under the product's role and actor. */
const url = process.argv[2];
const sessions = new Map();

async function loadSessions() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; set local app.audience = 'SYSTEM'`);
  const { rows } = await client.query(
    `select m.audience, m.organisation_id as org, m.person_id as person, (('x' || right(m.id::text, 12))::bit(48)::bigint)::text as n from identity_membership m`,
  );
  await client.end();
  for (const { audience, org, person, n } of rows)
    sessions.set(`bench-${n}`, { 'app.audience': audience, 'app.org': org, 'app.person': person });
}

await loadSessions();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Lists may be filtered by every column; what indexes serve is for the tables to say.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: 16 } })],
  grafserv: { port: 0, watch: false, graphiql: false, websockets: false },
  grafast: {
    explain: false,
    context({ node }) {
      return { pgSettings: sessions.get(node?.req.headers.cookie?.split('=')[1] ?? '') ?? {} };
    },
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`));
process.once('SIGTERM', () => process.exit(0));
