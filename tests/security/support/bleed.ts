import { sql } from 'kysely';
import { nobody, systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import type { Database } from '../../../server/src/platform/db/database.ts';
import type { TestApp } from '../../support/app.ts';
import { anItem, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

const SUPPLIERS = 12;
const AT_ONCE = 64;

/** Suppliers that have one row each of the same table. */
export async function rivals(app: TestApp): Promise<Actor[]> {
  await anOrganisation(app, 'company');
  const item = await anItem(app);
  const actors: Actor[] = [];
  for (let n = 0; n < SUPPLIERS; n++) {
    const supplier = await anOrganisation(app, 'supplier');
    await aSupplierItem(app, supplier.id, item.id);
    actors.push(await anActor(app, supplier, 'SUPPLIER_ADMIN'));
  }
  return actors;
}

/** Where one of many interleaved operations of these actors saw what is not his, or stayed although it was undone. */
export async function bleeding(database: Database, actors: readonly Actor[], operations: number): Promise<string[]> {
  const leaks: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < operations) {
      const leak = await operate(database, actors, next++);
      if (leak) leaks.push(leak);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return leaks;
}

/** Whose terms somebody sees; through rows alone, with no condition of ours on the party. */
const seen = (database: Database, actor: Actor, mode: 'read' | 'write') =>
  database.transact(
    actor,
    async (work) => {
      // With a parameter, so that it is a statement that a connection may have prepared before.
      const { rows } = await sql<{
        supplier_id: string;
      }>`select supplier_id from catalog_supplier_item where ${1}::int = 1`.execute(work.sql);
      return rows.map(({ supplier_id }) => supplier_id);
    },
    mode,
  );

class Undone extends Error {}

/** One operation of somebody: a read, a write, one that fails half way, one of nobody, one of the system. */
async function operate(database: Database, actors: readonly Actor[], n: number): Promise<string | null> {
  const actor = actors[n % actors.length] as Actor;
  const kind = n % 11;
  if (kind === 7) return differs(await seen(database, nobody(), 'read'), []);
  if (kind === 8)
    return (await seen(database, systemActor('bleed'), 'read')).length === SUPPLIERS ? null : 'the system sees less';
  if (kind > 8) return staysUndone(database, actor, kind === 9 ? 'fails' : 'throws', n);
  return differs(await seen(database, actor, kind < 4 ? 'read' : 'write'), [actor.organisationId]);
}

async function staysUndone(database: Database, actor: Actor, how: 'fails' | 'throws', n: number) {
  const undone = database.transact(actor, async (work) => {
    await sql`update catalog_supplier_item set supplier_sku = ${String(n)}`.execute(work.sql);
    if (how === 'throws') throw new Undone();
    await sql`select 1 / 0`.execute(work.sql);
  });
  return undone.then(
    () => 'it was not undone',
    (error: Error & { code?: string }) => (error instanceof Undone || error.code === '22012' ? null : error.message),
  );
}

/** How what somebody sees differs from what he should; null when it does not. */
export const differs = (found: readonly (string | null)[], wanted: readonly (string | null)[]): string | null =>
  found.join() === wanted.join() ? null : `${found.join()} instead of ${wanted.join()}`;

/** Whether anything stayed of what was undone. */
export async function touched(app: TestApp): Promise<number> {
  const rows = await app.owner.query(`select 1 from catalog_supplier_item where supplier_sku <> ''`);
  return rows.length;
}
