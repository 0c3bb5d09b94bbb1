import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { InvalidFraction, InvalidPlanningData } from '../planning.errors.ts';
import { PlanningPolicy } from './planning-policy.entity.ts';

/** How somebody wants a site, or the company, to be planned. */
export interface PolicyDraft {
  readonly siteId: string | null;
  readonly expectedVersion?: number | null;
  readonly bucketCount: number;
  readonly expediteToleranceDays: number;
  readonly deferToleranceDays: number;
  readonly quantityTolerance?: Decimal | null;
  readonly consumeBackward: number;
  readonly consumeForward: number;
  readonly historyWeeks: number;
  readonly holdoutWeeks: number;
  readonly seasonWeeks: number;
  readonly forecastWeeks: number;
}

/** What each number may be, as the database says too. */
const LIMITS = {
  bucketCount: [1, 400],
  expediteToleranceDays: [0, 365],
  deferToleranceDays: [0, 365],
  consumeBackward: [0, 52],
  consumeForward: [0, 52],
  historyWeeks: [4, 520],
  holdoutWeeks: [1, 52],
  seasonWeeks: [1, 104],
  forecastWeeks: [1, 104],
} as const;

/** Keeps planning policies. */
class PolicyActs {
  /** @throws InvalidPlanningData, InvalidFraction, StaleObject, NotFound */
  async save(work: Work, { expectedVersion = null, quantityTolerance, ...draft }: PolicyDraft): Promise<string> {
    check(draft);
    const tolerance = toleranceOf(quantityTolerance ?? new Decimal('0.05'));
    if (draft.siteId && !(await work.em.findOne(Site, draft.siteId))) throw new NotFound({}, ['input', 'siteId']);
    const known = await work.em.findOne(
      PlanningPolicy,
      { siteId: draft.siteId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if ((known?.version ?? null) !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    const policy = Object.assign(known ?? new PlanningPolicy(), { ...draft, quantityTolerance: tolerance });
    work.em.persist(policy);
    await work.em.flush();
    await this.markAll(work);
    return policy.id;
  }

  /** By another policy every item may be planned otherwise. */
  private async markAll(work: Work): Promise<void> {
    await sql`insert into planning_changed_item (item_id, is_structural) select item_id, true from planning_item limit 1`.execute(
      work.sql,
    );
  }
}

function toleranceOf(share: Decimal): Decimal {
  if (share.isNegative() || share.gt(1)) throw new InvalidFraction({}, ['input', 'quantityTolerance']);
  return share;
}

function check(draft: Omit<PolicyDraft, 'quantityTolerance'>): void {
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    const [least, most] = LIMITS[name];
    if (draft[name] < least || draft[name] > most) throw new InvalidPlanningData({}, ['input', name]);
  }
}

export const policyActs = new PolicyActs();
