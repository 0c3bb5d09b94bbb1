import { sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { promiseSchedule } from '../../purchasing/order/schedule-promise.service.ts';
import { endSchedule } from '../../purchasing/order/schedule-end.service.ts';
import { DayHasPassed, NotPossibleNow, ReasonNeeded } from '../planning.errors.ts';
import { requestAnswered, requestMade } from '../planning.events.ts';
import type { ActionMessage } from '../plan/action-message.entity.ts';
import { planningMessages } from '../plan/messages.service.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { requestTransitions, type RequestAct } from './request.state.ts';
import { SupplierRequest } from './supplier-request.entity.ts';

export interface Wish {
  readonly wantedOn?: string | null;
  readonly note: string;
}

export interface Reply {
  readonly answer: 'COMMIT' | 'DECLINE';
  readonly committedOn?: string | null;
  readonly note: string;
}

type Asked = Pick<SupplierRequest, 'kind' | 'scheduleLineId'>;

interface Schedule {
  supplierId: string;
  orderId: string;
  itemId: string;
  siteId: string;
  dueOn: string;
  quantity: string;
}

/** Asks suppliers for what the plan wants of goods on order; what they commit to becomes their promise on the order. */
class SupplierRequests {
  /** Of a message about a purchase; the message is done with that. @throws NotFound, StaleObject, NotPossibleNow, DayHasPassed */
  async make(work: Work, messageId: string, expectedVersion: number, wish: Wish): Promise<string> {
    const message = await planningMessages.lock(work, messageId);
    if (message.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    const { kind, scheduleLineId } = askable(message);
    const schedule = await this.openSchedule(work, scheduleLineId);
    const today = await planningDay(work, schedule.siteId);
    const wantedOn = wish.wantedOn ?? laterOf(message.wantedOn ?? schedule.dueOn, today);
    if (wantedOn < today) throw new DayHasPassed({}, ['input', 'wantedOn']);
    const { dueOn, quantity, ...where } = schedule;
    const request = Object.assign(new SupplierRequest(), {
      ...where,
      scheduleLineId,
      messageId,
      kind,
      currentOn: dueOn,
      wantedOn,
      quantity: new Decimal(quantity),
      note: wish.note.trim(),
      askedAt: work.clock.now(),
      askedByPersonId: work.actor.personId,
    });
    work.em.persist(request);
    planningMessages.close(work, message, 'DONE', wish.note);
    await work.em.flush();
    work.record(requestMade(request.id, { kind }, request.supplierId));
    return request.id;
  }

  /** The supplier's answer: a commitment moves, or ends, what he delivers. @throws NotFound, StaleObject, NotPossibleNow, ReasonNeeded, DayHasPassed, AlreadyShipped */
  async answer(work: Work, id: string, expectedVersion: number, { answer, committedOn, note }: Reply): Promise<string> {
    const request = await this.lock(work, id, expectedVersion);
    if (answer === 'DECLINE' && !note.trim()) throw new ReasonNeeded({}, ['input', 'note']);
    step(request, answer === 'COMMIT' ? 'commit' : 'decline');
    Object.assign(request, {
      answerNote: note.trim(),
      answeredAt: work.clock.now(),
      answeredByPersonId: work.actor.personId,
    });
    if (answer === 'COMMIT') await this.keep(work, request, committedOn ?? request.wantedOn);
    await work.em.flush();
    work.record(requestAnswered(id, { state: request.state }, request.supplierId));
    return id;
  }

  /** @throws NotFound, StaleObject, NotPossibleNow */
  async withdraw(work: Work, id: string, expectedVersion: number): Promise<string> {
    const request = await this.lock(work, id, expectedVersion);
    step(request, 'withdraw');
    await work.em.flush();
    work.record(requestAnswered(id, { state: request.state }, request.supplierId));
    return id;
  }

  private async keep(work: Work, request: SupplierRequest, on: string): Promise<void> {
    if (request.kind === 'CANCEL') return endSchedule(work, request.scheduleLineId, 'CANCELLED', request.note);
    if (on < (await planningDay(work, request.siteId))) throw new DayHasPassed({}, ['input', 'committedOn']);
    request.committedOn = on;
    await promiseSchedule(work, request.scheduleLineId, on);
  }

  private async lock(work: Work, id: string, expectedVersion: number): Promise<SupplierRequest> {
    const request = await work.em.findOne(SupplierRequest, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!request) throw new NotFound({}, ['input', 'requestId']);
    if (request.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    return request;
  }

  private async openSchedule(work: Work, id: string): Promise<Schedule> {
    const { rows } = await sql<Schedule>`
      select supplier_id as "supplierId", order_id as "orderId", item_id as "itemId", site_id as "siteId",
        coalesce(confirmed_on, requested_on)::text as "dueOn", (open_quantity * numerator / denominator)::text as quantity
      from purchasing_schedule_line where id = ${id} and state = 'OPEN' and is_issued and open_quantity > 0`.execute(
      work.sql,
    );
    const [schedule] = rows;
    if (!schedule) throw new NotFound({}, ['input', 'messageId']);
    return schedule;
  }
}

/** What a message wants of which delivery, where a supplier can be asked for it. @throws NotPossibleNow */
function askable({ kind, state, subjectType, subjectId }: ActionMessage): Asked {
  const canAsk = kind === 'EXPEDITE' || kind === 'DEFER' || kind === 'CANCEL';
  if (state !== 'OPEN' || !canAsk || subjectType !== 'PurchaseSchedule' || !subjectId)
    throw new NotPossibleNow({ state });
  return { kind, scheduleLineId: subjectId };
}

const laterOf = (a: string, b: string): string => (a < b ? b : a);

function step(request: SupplierRequest, act: RequestAct): void {
  const next = requestTransitions[request.state][act];
  if (!next) throw new NotPossibleNow({ state: request.state });
  request.state = next;
}

export const supplierRequests = new SupplierRequests();
