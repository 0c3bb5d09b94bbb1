import { expect } from 'vitest';
import { importCsv } from '../../server/src/modules/integrations/load/import-csv.ts';
import { recordText } from '../../server/src/modules/planning/planning.commands.ts';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import type { TestApp } from './app.ts';

export type RecordColumn =
  | 'gross_requirements'
  | 'scheduled_receipts'
  | 'projected_on_hand'
  | 'net_requirements'
  | 'planned_receipts'
  | 'planned_releases';
export type RecordCells = Record<RecordColumn | 'bucket_start', string[]>;

/** Plain files into a system, as a planner brings them: nothing in them may be refused. */
export async function bring(app: TestApp, files: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) }));
  const { issues } = await importCsv(app.database, systemActor('test'), given);
  expect(issues.all).toEqual([]);
}

/** The printed record of an item, by column; place 0 is past due. */
export async function printedRecord(app: TestApp, sku: string, site: string | null = null): Promise<RecordCells> {
  const [head = '', ...rows] = (await recordText(app.database, sku, site)).trim().split('\n');
  return Object.fromEntries(
    head.split(',').map((name, place) => [name, rows.map((row) => row.split(',')[place] ?? '')]),
  ) as RecordCells;
}

export const firstPeriods = (cells: readonly string[], periods: number): number[] =>
  cells.slice(1, periods + 1).map(Number);

/** The periods in which something stands, with the amount. */
export const byPeriod = (cells: readonly string[]): Record<number, number> =>
  Object.fromEntries(cells.map((cell, period) => [period, Number(cell)]).filter(([, amount]) => amount !== 0));
