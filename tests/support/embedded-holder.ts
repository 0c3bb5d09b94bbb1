/** A process of its own that holds an embedded database: prints its URL, and stops in order on SIGTERM. */
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await startEmbeddedPostgres({ dataDir });
const alive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => void database.stop().then(() => clearInterval(alive)));
process.stdout.write(`${database.ownerUrl}\n`);
