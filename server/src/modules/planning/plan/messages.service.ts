import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { NotPossibleNow, ReasonNeeded } from '../planning.errors.ts';
import { ActionMessage } from './action-message.entity.ts';

/** Works off what runs ask of planners. */
class PlanningMessages {
  /** Done, or dismissed with a reason: no run raises it again while its cause lasts. @throws ReasonNeeded, NotPossibleNow, StaleObject */
  async settle(
    work: Work,
    id: string,
    expectedVersion: number,
    { state, note }: { readonly state: 'DONE' | 'DISMISSED'; readonly note: string },
  ): Promise<string> {
    if (state === 'DISMISSED' && !note.trim()) throw new ReasonNeeded({}, ['input', 'note']);
    const message = await this.lock(work, id);
    if (message.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    if (message.state !== 'OPEN') throw new NotPossibleNow({ state: message.state });
    this.close(work, message, state, note);
    await work.em.flush();
    return id;
  }

  /** @throws NotFound */
  async lock(work: Work, id: string): Promise<ActionMessage> {
    const message = await work.em.findOne(ActionMessage, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!message) throw new NotFound({}, ['input', 'messageId']);
    return message;
  }

  close(work: Work, message: ActionMessage, state: 'DONE' | 'DISMISSED', note: string): void {
    Object.assign(message, {
      state,
      handledAt: work.clock.now(),
      handledByPersonId: work.actor.personId,
      handledNote: note.trim(),
    });
  }
}

export const planningMessages = new PlanningMessages();
