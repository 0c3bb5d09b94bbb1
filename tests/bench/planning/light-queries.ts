import { sql } from 'kysely';
import { systemActor } from '../../../server/src/platform/access/actor.ts';
import type { Database } from '../../../server/src/platform/db/database.ts';

const PAUSE = 5;

/** The ninety-ninth percentile, in milliseconds, of a light query asked again and again in this process meanwhile. */
export async function lightQueries(database: Database, meanwhile: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await database.transact(
        systemActor('reader'),
        (work) =>
          sql`select sku, name_en from catalog_item where sku = ${`I-${times.length % 1000}`}`.execute(work.sql),
        'read',
      );
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  })();
  await meanwhile();
  isOver = true;
  await asking;
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}
