import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import {
  AmountNegative,
  AmountNotPositive,
  DuplicateOperation,
  InvalidPlanningData,
  NothingInRouting,
  ValidityReversed,
} from '../planning.errors.ts';
import { Operation } from './operation.entity.ts';
import { Routing } from './routing.entity.ts';
import { WorkCentre } from './work-centre.entity.ts';

export interface OperationDraft {
  readonly operationNo: number;
  readonly workCentreId: string;
  readonly name: string;
  readonly setupHours?: Decimal | null;
  readonly runHours: Decimal;
}
/** A routing as somebody wants it to be; the id and the version he saw when it exists. */
export interface RoutingDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly itemId: string;
  readonly siteId: string | null;
  readonly revision: string;
  readonly alternate: number;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly operations: readonly OperationDraft[];
}

/** Keeps routings. */
class Routings {
  /** @throws NothingInRouting, DuplicateOperation, AmountNegative, ValidityReversed, DuplicateRouting, StaleObject, NotFound */
  async save(work: Work, draft: RoutingDraft): Promise<string> {
    check(draft);
    await this.checkPlaces(work, draft);
    const { id, expectedVersion, itemId, siteId, alternate } = draft;
    const routing = id ? await this.existing(work, id, expectedVersion) : new Routing();
    const revision = draft.revision.trim() || '1';
    const valid = { validFrom: draft.validFrom ?? '-infinity', validTo: draft.validTo ?? 'infinity' };
    work.em.persist(Object.assign(routing, { itemId, siteId, revision, alternate, ...valid }));
    await work.em.flush();
    await work.em.nativeDelete(Operation, { routingId: routing.id });
    for (const { setupHours, ...operation } of draft.operations)
      work.em.persist(
        Object.assign(new Operation(), {
          ...operation,
          setupHours: setupHours ?? new Decimal(0),
          routingId: routing.id,
        }),
      );
    await work.em.flush();
    return routing.id;
  }

  /** Takes a routing away; what is made by it is no longer counted as load. @throws StaleObject, NotFound */
  async remove(work: Work, id: string, expectedVersion: number): Promise<void> {
    const routing = await this.existing(work, id, expectedVersion);
    await work.em.nativeDelete(Operation, { routingId: routing.id });
    work.em.remove(routing);
    await work.em.flush();
  }

  private async existing(work: Work, id: string, version: number | null | undefined): Promise<Routing> {
    const routing = await work.em.findOne(Routing, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!routing) throw new NotFound({}, ['input', 'id']);
    if (routing.version !== version) throw new StaleObject({}, ['input', 'expectedVersion']);
    return routing;
  }

  private async checkPlaces(work: Work, { itemId, siteId, operations }: RoutingDraft): Promise<void> {
    if (!(await work.em.findOne(Item, itemId))) throw new NotFound({}, ['input', 'itemId']);
    if (siteId && !(await work.em.findOne(Site, siteId))) throw new NotFound({}, ['input', 'siteId']);
    const wanted = operations.map(({ workCentreId }) => workCentreId);
    const centres = await work.em.find(WorkCentre, { id: { $in: wanted } }, { fields: ['id', 'siteId'] });
    const siteOf = new Map(centres.map((centre) => [centre.id, centre.siteId]));
    operations.forEach(({ workCentreId }, index) => {
      const site = siteOf.get(workCentreId);
      if (!site || (siteId && site !== siteId))
        throw new NotFound({}, ['input', 'operations', String(index), 'workCentreId']);
    });
  }
}

function check({ operations, alternate, validFrom, validTo }: RoutingDraft): void {
  if (operations.length === 0) throw new NothingInRouting({}, ['input', 'operations']);
  if (alternate < 1) throw new InvalidPlanningData({}, ['input', 'alternate']);
  if (validFrom && validTo && validTo < validFrom) throw new ValidityReversed({}, ['input', 'validTo']);
  const seen = new Set<number>();
  operations.forEach(({ operationNo, setupHours, runHours }, index) => {
    const path = ['input', 'operations', String(index)];
    if (operationNo < 1) throw new AmountNotPositive({}, [...path, 'operationNo']);
    if (seen.has(operationNo)) throw new DuplicateOperation({ number: operationNo }, [...path, 'operationNo']);
    if (setupHours?.isNegative()) throw new AmountNegative({}, [...path, 'setupHours']);
    if (runHours.isNegative()) throw new AmountNegative({}, [...path, 'runHours']);
    seen.add(operationNo);
  });
}

export const routings = new Routings();
