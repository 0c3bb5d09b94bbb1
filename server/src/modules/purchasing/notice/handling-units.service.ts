import { sql } from 'kysely';
import { InvalidGs1Key, isValidSscc, ssccFrom } from '../../../kernel/gs1.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { InvalidSscc, NoCompanyPrefix } from '../purchasing.errors.ts';
import { HandlingUnit } from './handling-unit.entity.ts';
import type { ShipmentNotice } from './shipment-notice.entity.ts';

/** A package as the supplier names it; without an SSCC it gets one of his. */
export interface PackageDraft {
  readonly position: number;
  readonly sscc?: string | null;
}

/** Writes the packages of a notice; by position. @throws InvalidSscc, NoCompanyPrefix */
export async function writeHandlingUnits(
  work: Work,
  notice: ShipmentNotice,
  drafts: readonly PackageDraft[],
): Promise<ReadonlyMap<number, HandlingUnit>> {
  const path = ['input', 'packages'];
  for (const { sscc } of drafts) if (sscc && !isValidSscc(sscc)) throw new InvalidSscc({ sscc }, path);
  const made = await generated(work, notice.supplierId, drafts.filter(({ sscc }) => !sscc).length, path);
  return new Map(
    drafts.map(({ position, sscc }) => {
      const unit = Object.assign(new HandlingUnit(), {
        id: newId(),
        supplierId: notice.supplierId,
        noticeId: notice.id,
        position,
        sscc: sscc ?? made.pop(),
      });
      work.em.persist(unit);
      return [position, unit];
    }),
  );
}

async function generated(work: Work, supplierId: string, count: number, path: readonly string[]): Promise<string[]> {
  if (count === 0) return [];
  const supplier = await work.em.findOneOrFail(Organisation, supplierId);
  const prefix = supplier.gs1CompanyPrefix;
  if (!prefix) throw new NoCompanyPrefix({}, path);
  const { rows } = await sql<{ serial: string }>`
    select nextval('purchasing_sscc_serial')::text as serial from generate_series(1, ${count}::int)`.execute(work.sql);
  // The serial has as many digits as the prefix leaves; it begins again when they are used up, as GS1 provides.
  const room = 10n ** BigInt(Math.max(0, 16 - prefix.length));
  try {
    return rows.map(({ serial }) => ssccFrom(0, prefix, BigInt(serial) % room)).reverse();
  } catch (error) {
    throw error instanceof InvalidGs1Key ? new NoCompanyPrefix({}, path) : error;
  }
}
