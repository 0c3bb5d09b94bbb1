import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Calendar } from '../../catalog/calendar/calendar.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { AmountNegative, AmountNotPositive, CodeNeeded } from '../planning.errors.ts';
import { WorkCentre } from './work-centre.entity.ts';

/** A work centre as somebody wants it to be; the id and the version he saw when it exists. */
export interface WorkCentreDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly siteId: string;
  readonly code: string;
  readonly name: string;
  readonly calendarId: string | null;
  readonly hoursPerDay: Decimal;
  readonly efficiency: Decimal;
  readonly costPerHour?: Decimal | null;
  readonly isActive: boolean;
}

/** Keeps work centres. */
class WorkCentres {
  /** @throws CodeNeeded, AmountNegative, AmountNotPositive, DuplicateWorkCentre, StaleObject, NotFound */
  async save(work: Work, { id, expectedVersion, ...draft }: WorkCentreDraft): Promise<string> {
    check(draft);
    if (!(await work.em.findOne(Site, draft.siteId))) throw new NotFound({}, ['input', 'siteId']);
    if (draft.calendarId && !(await work.em.findOne(Calendar, draft.calendarId)))
      throw new NotFound({}, ['input', 'calendarId']);
    const centre = id ? await this.existing(work, id, expectedVersion) : new WorkCentre();
    const [code, name] = [draft.code.trim(), draft.name.trim()];
    work.em.persist(Object.assign(centre, { ...draft, code, name, costPerHour: draft.costPerHour ?? new Decimal(0) }));
    await work.em.flush();
    return centre.id;
  }

  private async existing(work: Work, id: string, version: number | null | undefined): Promise<WorkCentre> {
    const centre = await work.em.findOne(WorkCentre, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!centre) throw new NotFound({}, ['input', 'id']);
    if (centre.version !== version) throw new StaleObject({}, ['input', 'expectedVersion']);
    return centre;
  }
}

function check({ code, name, hoursPerDay, efficiency, costPerHour }: Omit<WorkCentreDraft, 'id'>): void {
  if (!code.trim()) throw new CodeNeeded({}, ['input', 'code']);
  if (!name.trim()) throw new CodeNeeded({}, ['input', 'name']);
  if (hoursPerDay.isNegative()) throw new AmountNegative({}, ['input', 'hoursPerDay']);
  if (efficiency.lte(0)) throw new AmountNotPositive({}, ['input', 'efficiency']);
  if (costPerHour?.isNegative()) throw new AmountNegative({}, ['input', 'costPerHour']);
}

export const workCentres = new WorkCentres();
