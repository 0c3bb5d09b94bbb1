import { sql } from 'kysely';
import { addDays, todayIn } from '../../../kernel/calendar-date.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { Issues } from '../csv/issue.ts';
import type { ImportResult, SourceFile } from '../load/import-csv.ts';
import { runImport, type Follow } from '../load/run-import.ts';
import { customerSteps } from './customer.translate.ts';
import { masterSteps, supplyTermSteps } from './master.translate.ts';
import { orderDays, orderSteps } from './order.translate.ts';
import { engineeringSteps, workOrderSteps } from './planning.translate.ts';
import { ourSteps, partySteps, stockSteps } from './party.translate.ts';
import { priceSteps } from './price.translate.ts';
import { salesDays, salesOrderSteps } from './sales-order.translate.ts';
import { PRICE_LIST } from './names.ts';
import { asItIs, toToday } from './shift.calc.ts';
import { AdventureWorksFiles } from './source.ts';
import { usageSteps } from './usage.load.ts';

export interface AdventureWorksOptions {
  /**
   * Moves the orders to suppliers so that the newest was made today, those of customers with prices and offers likewise,
   * and the usage so that the last day of it was yesterday.
   */
  readonly shiftToToday: boolean;
  readonly clock: Clock;
}

/**
 * Takes in AdventureWorks: parties, items, terms, stock, purchase orders with what came of them, past usage, and the
 * customers with prices, offers and orders. Taken in again, it changes nothing.
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
  const selling = shiftToToday ? toToday(salesDays(files), today) : asItIs;
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
    ...customerSteps(files),
    ...priceSteps(files, selling, await isDefaultListFree(database, actor)),
    ...salesOrderSteps(files, selling),
  ];
  return { files: await runImport(database, actor, steps, issues, follow), issues };
}

/** Whether no other list holds for everybody. */
function isDefaultListFree(database: Database, actor: Actor): Promise<boolean> {
  return database.transact(
    actor,
    async (work) =>
      (await sql`select id from sales_price_list where is_default and code <> ${PRICE_LIST}`.execute(work.sql)).rows
        .length === 0,
    'read',
  );
}

function hasCompany(database: Database, actor: Actor): Promise<boolean> {
  return database.transact(
    actor,
    async (work) =>
      (await sql`select id from identity_organisation where is_company`.execute(work.sql)).rows.length > 0,
    'read',
  );
}
