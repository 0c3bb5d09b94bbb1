import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { NotInThisState } from '../purchasing.errors.ts';
import { ShipmentNoticeLine } from './notice-line.entity.ts';
import { ShipmentNotice } from './shipment-notice.entity.ts';
import { noticeTransitions, type NoticeAct } from './shipment-notice.state.ts';

/** The notice as it is now, held until the end of the transaction. A notice is locked before its orders. */
export async function lockNotice(
  work: Work,
  id: string,
  expectedVersion: number | null,
  path: readonly string[] = ['input', 'id'],
): Promise<ShipmentNotice> {
  await work.em.flush();
  const notice = await work.em.findOne(ShipmentNotice, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  if (!notice) throw new NotFound({}, path);
  if (expectedVersion !== null && notice.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: notice.version });
  return notice;
}

/** The lines of a notice, in their order. */
export const noticeLinesOf = (work: Work, noticeId: string): Promise<ShipmentNoticeLine[]> =>
  work.em.find(ShipmentNoticeLine, { noticeId }, { orderBy: { lineNo: 'asc' }, refresh: true });

/** Takes the notice to where the act leads. @throws NotInThisState */
export function stepNotice(notice: ShipmentNotice, act: NoticeAct): void {
  const next = noticeTransitions[notice.state][act];
  if (!next) throw new NotInThisState({ number: notice.number, state: notice.state });
  notice.state = next;
  notice.version += 1;
}
