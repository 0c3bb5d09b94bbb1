import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import type { LeadTimeKind, LeadTimeUnit } from '../planning.enums.types.ts';
import { checkPlanningData, type PlanningData } from './planning-data.policy.ts';
import { PlanningItem } from './planning-item.entity.ts';
import { keepSources, type PlanningSourceDraft } from './planning-sources.service.ts';

/** How somebody wants an item to be planned at a site. */
export interface PlanningItemDraft extends PlanningData {
  readonly itemId: string;
  readonly siteId: string;
  readonly expectedVersion?: number | null;
  readonly leadTimeUnit: LeadTimeUnit;
  readonly leadTimeKind: LeadTimeKind;
  readonly isMasterScheduled: boolean;
  /** All of them; left out: as they are. */
  readonly sources?: readonly PlanningSourceDraft[] | null | undefined;
}

const ZERO = new Decimal(0);
const field = (name: string) => ['input', name];

/** Keeps the planning data of items. */
class PlanningItems {
  /** Whether these data can be planned with. @throws InvalidLotRule, InvalidPlanningData, InvalidFraction, at their field */
  check(data: PlanningData): void {
    checkPlanningData(data);
  }

  /** @throws InvalidLotRule, InvalidPlanningData, InvalidFraction, StaleObject, NotFound */
  async save(work: Work, draft: PlanningItemDraft): Promise<string> {
    this.check(draft);
    const { itemId, siteId } = draft;
    if (!(await work.em.findOne(Item, itemId))) throw new NotFound({}, field('itemId'));
    if (!(await work.em.findOne(Site, siteId))) throw new NotFound({}, field('siteId'));
    const known = await work.em.findOne(PlanningItem, { itemId, siteId });
    if (known && known.version !== draft.expectedVersion) throw new StaleObject({}, field('expectedVersion'));
    const planned = Object.assign(known ?? new PlanningItem(), valuesOf(draft));
    work.em.persist(planned);
    await work.em.flush();
    if (draft.sources) await keepSources(work, { itemId, siteId }, draft.sources);
    return planned.id;
  }
}

/** What is left out is nothing, or zero where there is always a number. */
const NOTHING = {
  lotSize: null,
  lotPeriods: null,
  orderCost: null,
  holdingCost: null,
  minimumQuantity: ZERO,
  orderMultiple: null,
  maximumQuantity: null,
  safetyStock: ZERO,
  serviceLevel: null,
  leadTime: null,
  scrap: ZERO,
} as const;

function valuesOf({
  expectedVersion: _version,
  sources: _sources,
  ...draft
}: PlanningItemDraft): Partial<PlanningItem> {
  const said = Object.entries(draft).filter(([, value]) => value !== null && value !== undefined);
  return { ...NOTHING, ...Object.fromEntries(said) };
}

export const planningItems = new PlanningItems();
