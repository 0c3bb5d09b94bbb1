import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { agreementDrafts, type TermsDraft } from '../../vmi/agreement/agreement-drafts.service.ts';
import { agreementSigning } from '../../vmi/agreement/agreement-signing.service.ts';
import type { Ids } from './demo-actors.service.ts';
import { demoItems, limitsOf, type DemoItem } from './items.data.ts';

interface DemoAgreement {
  readonly supplier: string;
  readonly isConsignment: boolean;
  readonly terms: TermsDraft;
  readonly holds: (item: DemoItem) => boolean;
}

const days = { answerWithinHours: 48, usageWindowDays: 30, horizonDays: 90 };

/** Two of each variant; batteries stay their supplier's until they are used. */
const AGREEMENTS: readonly DemoAgreement[] = [
  {
    supplier: 'ALPINE',
    isConsignment: false,
    terms: { ...days, variant: 'REPLENISHMENT_ORDER', limitsOwner: 'COMPANY', roundingPolicy: 'UP' },
    holds: () => true,
  },
  {
    supplier: 'HELI',
    isConsignment: false,
    terms: { ...days, variant: 'REPLENISHMENT_ORDER', limitsOwner: 'COMPANY', roundingPolicy: 'DOWN_TO_MAX' },
    holds: () => true,
  },
  {
    supplier: 'VOLTCELL',
    isConsignment: true,
    terms: {
      ...days,
      variant: 'PLANNED_SHIPMENT',
      limitsOwner: 'SUPPLIER',
      roundingPolicy: 'UP',
      ageingDays: 90,
    },
    holds: ({ sku }) => sku.startsWith('BAT'),
  },
  {
    supplier: 'RUIDA',
    isConsignment: false,
    terms: { ...days, variant: 'PLANNED_SHIPMENT', limitsOwner: 'SUPPLIER', roundingPolicy: 'NEAREST' },
    holds: () => true,
  },
];

/** Kept without limits so far: nobody can say how its stock stands. */
const UNLIMITED = 'CARTON-B';

/** The agreements under which suppliers keep our stock: proposed by our planner, accepted by the other side. */
export async function signAgreements(database: Database, planner: Actor, ids: Ids, today: CalendarDate): Promise<void> {
  await inOrder(AGREEMENTS, async (agreement) => {
    const id = await database.transact(planner, (work) => propose(work, agreement, ids, today));
    const supplier: Actor = {
      ...planner,
      audience: 'SUPPLIER',
      personId: null,
      organisationId: ids(agreement.supplier),
    };
    await database.transact(supplier, (work) => agreementSigning.accept(work, id, 2, ''));
  });
}

async function propose(
  work: Work,
  { supplier, isConsignment, terms, holds }: DemoAgreement,
  ids: Ids,
  today: CalendarDate,
): Promise<string> {
  const id = await agreementDrafts.open(work, {
    supplierId: ids(supplier),
    siteId: ids('SH'),
    isConsignment,
    validFrom: addDays(today, -60),
    validTo: addDays(today, 305),
    terms,
    lines: demoItems
      .filter((item) => item.supplier === supplier && holds(item))
      .map((item) => {
        const { minimum, reorderPoint, maximum } = limitsOf(item);
        const limits = {
          mode: 'STATIC' as const,
          minimum: new Decimal(minimum),
          reorderPoint: new Decimal(reorderPoint),
          maximum: new Decimal(maximum),
        };
        return { itemId: ids(item.sku), limits: item.sku === UNLIMITED ? null : limits, quotaShare: null };
      }),
  });
  return agreementSigning.propose(work, id, 1);
}
