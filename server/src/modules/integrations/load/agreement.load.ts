import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { agreementDrafts, type AgreementDraft } from '../../vmi/agreement/agreement-drafts.service.ts';
import { waitingVersion } from '../../vmi/agreement/agreement-lock.service.ts';
import { agreementSigning } from '../../vmi/agreement/agreement-signing.service.ts';
import { Agreement } from '../../vmi/agreement/agreement.entity.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { agreementRows } from '../export/agreement.rows.ts';
import { AGREEMENT_HEADER, agreements } from '../templates/agreement.templates.ts';
import { refuseContradictions, refuseInUse, skipNumbers, textOfRows } from './documents.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';

type Row = Typed<typeof agreements.columns>;
type Find = (row: Row) => string | null;
const names = Object.keys(agreements.columns);

/** Agreements that are not here yet, through the acts of their own module. One that is here is changed there, not by a file. */
export const agreementLoader = loader(agreements, async (loading, rows) => {
  refuseContradictions(loading, rows, AGREEMENT_HEADER);
  const { work } = loading;
  const supplier = await resolve(loading, rows, 'supplier', 'supplier', (row) => row.supplier);
  const site = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const documents = Map.groupBy(stillGood(loading, rows), ({ number }) => number);
  const taken = await takenNumbers(work, [...documents.keys()]);
  const known = Map.groupBy(await agreementRows(work, taken), ({ number }) => number);
  const missing: Row[][] = [];
  let unchanged = 0;
  for (const [number, document] of documents) {
    if (!taken.includes(number)) missing.push(document);
    else if (textOfRows(names, known.get(number) ?? []) === textOfRows(names, document)) unchanged += document.length;
    else refuseInUse(loading, document);
  }
  await inOrder(missing, (document) => enter(work, document, { supplier, site, item }));
  await skipNumbers(
    work,
    'vmi_agreement_number',
    'VMI-',
    missing.map(([first]) => first?.number ?? ''),
  );
  return { inserted: missing.flat().length, updated: 0, unchanged };
});

async function takenNumbers(work: Work, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from vmi_agreement where number = any(${numbers})`.execute(work.sql);
  return rows.map(({ number }) => number);
}

async function enter(
  work: Work,
  document: readonly Row[],
  find: Record<'supplier' | 'site' | 'item', Find>,
): Promise<void> {
  const [first] = document;
  if (!first) return;
  const id = await agreementDrafts.open(work, draftOf(first, document, find));
  const agreement = await work.em.findOneOrFail(Agreement, id);
  agreement.number = first.number;
  await work.em.flush();
  if (first.state === 'DRAFT') return;
  await agreementSigning.propose(work, id, agreement.version);
  if (first.state === 'ACTIVE') await bringIntoForce(work, agreement);
}

/** Both sides have signed it elsewhere: the terms hold as they are. */
async function bringIntoForce(work: Work, agreement: Agreement): Promise<void> {
  const version = await waitingVersion(work, agreement.id);
  if (!version) return;
  agreement.go('accept');
  agreement.currentVersionNo = version.versionNo;
  Object.assign(version, { state: 'ACCEPTED' as const, decidedAt: work.clock.now() });
  await work.em.flush();
  await agreementSigning.enforce(work, agreement);
}

function draftOf(
  first: Row,
  document: readonly Row[],
  find: Record<'supplier' | 'site' | 'item', Find>,
): AgreementDraft {
  const amount = (text: string | null) => (text === null ? null : new Decimal(text));
  return {
    supplierId: find.supplier(first) ?? '',
    siteId: find.site(first) ?? '',
    isConsignment: first.is_consignment,
    validFrom: first.valid_from,
    validTo: first.valid_to,
    terms: {
      variant: first.variant,
      limitsOwner: first.limits_owner,
      roundingPolicy: first.rounding_policy,
      roundingTolerance: new Decimal(first.rounding_tolerance),
      quantityTolerance: new Decimal(first.quantity_tolerance),
      dateToleranceDays: first.date_tolerance_days,
      answerWithinHours: first.answer_within_hours,
      usageWindowDays: first.usage_window_days,
      horizonDays: first.horizon_days,
      isReviewedFirst: first.is_reviewed_first,
      sharesDemand: first.shares_demand,
      ageingDays: first.ageing_days === null ? null : Number(first.ageing_days),
    },
    lines: document.map((row) => ({
      itemId: find.item(row) ?? '',
      limits: {
        mode: row.limits_mode,
        minimum: amount(row.minimum),
        reorderPoint: amount(row.reorder_point),
        maximum: amount(row.maximum),
      },
      quotaShare: new Decimal(row.quota_share),
    })),
  };
}
