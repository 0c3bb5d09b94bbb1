import { sql } from 'kysely';
import { addDays, todayIn } from '../../../kernel/calendar-date.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { Issues } from '../csv/issue.ts';
import type { ImportResult, SourceFile } from '../load/import-csv.ts';
import { runImport, type Follow } from '../load/run-import.ts';
import { masterSteps, supplyTermSteps } from './master.translate.ts';
import { orderDays, orderSteps } from './order.translate.ts';
import { engineeringSteps, workOrderSteps } from './planning.translate.ts';
import { ourSteps, partySteps, stockSteps } from './party.translate.ts';
import { asItIs, toToday } from './shift.calc.ts';
import { AdventureWorksFiles } from './source.ts';
import { usageSteps } from './usage.load.ts';

export interface AdventureWorksOptions {
  /** Moves the orders so that the newest was made today, and the usage so that the last day of it was yesterday. */
  readonly shiftToToday: boolean;
  readonly clock: Clock;
}

/**
 * Takes in the supply side of AdventureWorks: parties, items, terms, stock, purchase orders with what came of them, and
 * past usage. Taken in again, it changes nothing.
 */
export async function importAdventureWorks(
  database: Database,
  actor: Actor,
  sources: readonly SourceFile[],
  { shiftToToday, clock }: AdventureWorksOptions,
  follow?: Follow,
): Promise<ImportResult> {
  const issues = new Issues();
  const files = new AdventureWorksFiles(sources, issues);
  const today = todayIn('UTC', clock);
  const toYesterday = (days: readonly string[]) => (shiftToToday ? toToday(days, addDays(today, -1)) : asItIs);
  const steps = [
    ...ourSteps(await hasCompany(database, actor)),
    ...masterSteps(files),
    ...partySteps(files),
    ...supplyTermSteps(files),
    ...stockSteps(files),
    ...engineeringSteps(files),
    ...orderSteps(files, shiftToToday ? toToday(orderDays(files), today) : asItIs),
    ...workOrderSteps(files, toYesterday),
    ...usageSteps(files, toYesterday),
  ];
  return { files: await runImport(database, actor, steps, issues, follow), issues };
}

function hasCompany(database: Database, actor: Actor): Promise<boolean> {
  return database.transact(
    actor,
    async (work) =>
      (await sql`select id from identity_organisation where is_company`.execute(work.sql)).rows.length > 0,
    'read',
  );
}
