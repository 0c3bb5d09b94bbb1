import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { ScheduleLine } from '../order/schedule-line.entity.ts';
import { LineNotOpen, NothingOrdered, QuantityNotPositive, SeveralSites } from '../purchasing.errors.ts';
import { HandlingUnit } from './handling-unit.entity.ts';
import { writeHandlingUnits, type PackageDraft } from './handling-units.service.ts';
import { lockNotice, stepNotice } from './notice-lock.service.ts';
import { ShipmentNoticeLine } from './notice-line.entity.ts';
import { ShipmentNotice } from './shipment-notice.entity.ts';

export interface NoticeLineDraft {
  readonly scheduleLineId: string;
  /** In the order unit. */
  readonly quantity: Decimal;
  readonly lot?: string | null;
  /** The position of the package it lies in. */
  readonly package?: number | null;
}

/** A notice as the supplier wants it; the id and the version he saw when it exists. */
export interface NoticeDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  /** The supplier's own number; one of ours when he gives none. */
  readonly number?: string | null;
  readonly expectedOn: string;
  readonly shippedOn?: string | null;
  readonly carrier?: string | null;
  readonly tracking?: string | null;
  readonly note?: string | null;
  readonly lines: readonly NoticeLineDraft[];
  readonly packages: readonly PackageDraft[];
}

/** Notices that are being written; nothing is announced by a draft. */
export class NoticeDrafts {
  /** Makes the draft, or writes it anew. @throws StaleObject, NotInThisState, DuplicateNoticeNumber, SeveralSites, InvalidSscc */
  async save(work: Work, draft: NoticeDraft): Promise<string> {
    const schedules = await this.schedulesOf(work, draft);
    const [first] = schedules.values();
    if (!first) throw new NothingOrdered({}, ['input', 'lines']);
    const notice = draft.id ? await this.again(work, draft.id, draft) : this.opened(work, first, draft);
    if (notice.supplierId !== first.supplierId) throw new NotFound({}, ['input', 'lines']);
    Object.assign(notice, {
      siteId: first.siteId,
      expectedOn: draft.expectedOn,
      shippedOn: draft.shippedOn ?? null,
      carrier: draft.carrier ?? '',
      tracking: draft.tracking ?? '',
      note: draft.note ?? '',
    });
    work.em.persist(notice);
    const packages = await writeHandlingUnits(work, notice, draft.packages);
    draft.lines.forEach((line, index) => {
      const schedule = schedules.get(line.scheduleLineId);
      if (schedule) work.em.persist(lineOf(notice, schedule, line, index, packages));
    });
    await work.em.flush();
    return notice.id;
  }

  private async schedulesOf(work: Work, { lines }: NoticeDraft): Promise<Map<string, ScheduleLine>> {
    const ids = [...new Set(lines.map(({ scheduleLineId }) => scheduleLineId))];
    const found = new Map((await work.em.find(ScheduleLine, { id: { $in: ids } })).map((one) => [one.id, one]));
    const [first] = found.values();
    const numbers = await this.orderNumbers(work, ids);
    lines.forEach(({ scheduleLineId, quantity }, index) => {
      const path = ['input', 'lines', String(index)];
      const schedule = found.get(scheduleLineId);
      if (!schedule) throw new NotFound({}, [...path, 'scheduleLineId']);
      if (schedule.siteId !== first?.siteId) throw new SeveralSites({}, [...path, 'scheduleLineId']);
      if (quantity.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
      if (schedule.state !== 'OPEN') {
        const { scheduleNo: line, state } = schedule;
        throw new LineNotOpen({ line, number: numbers.get(scheduleLineId) ?? '', state }, path);
      }
    });
    return found;
  }

  private async orderNumbers(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ id: string; number: string }>`
      select s.id, o.number from purchasing_schedule_line s join purchasing_order o on o.id = s.order_id
      where s.id = any(${[...ids]}::uuid[])`.execute(work.sql);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  private opened(work: Work, { supplierId, siteId }: ScheduleLine, { number }: NoticeDraft): ShipmentNotice {
    const named = number?.trim() ? { number: number.trim() } : {};
    return Object.assign(new ShipmentNotice(), { supplierId, siteId, createdAt: work.clock.now(), ...named });
  }

  private async again(work: Work, id: string, draft: NoticeDraft): Promise<ShipmentNotice> {
    const notice = await lockNotice(work, id, draft.expectedVersion ?? 0);
    stepNotice(notice, 'save');
    if (draft.number?.trim()) notice.number = draft.number.trim();
    await work.em.nativeDelete(ShipmentNoticeLine, { noticeId: id });
    await work.em.nativeDelete(HandlingUnit, { noticeId: id });
    return notice;
  }
}

function lineOf(
  notice: ShipmentNotice,
  schedule: ScheduleLine,
  draft: NoticeLineDraft,
  index: number,
  packages: ReadonlyMap<number, HandlingUnit>,
): ShipmentNoticeLine {
  const inPackage = draft.package === null || draft.package === undefined ? null : packages.get(draft.package);
  if (inPackage === undefined) throw new NotFound({}, ['input', 'lines', String(index), 'package']);
  const { supplierId, orderLineId, itemId, unitCode, numerator, denominator } = schedule;
  return Object.assign(new ShipmentNoticeLine(), {
    id: newId(),
    supplierId,
    noticeId: notice.id,
    lineNo: index + 1,
    scheduleLineId: schedule.id,
    orderLineId,
    itemId,
    handlingUnitId: inPackage?.id ?? null,
    unitCode,
    numerator,
    denominator,
    quantity: draft.quantity,
    lot: draft.lot?.trim() ?? '',
  });
}

export const noticeDrafts = new NoticeDrafts();
