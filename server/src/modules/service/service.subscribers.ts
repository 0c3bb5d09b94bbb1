import type { Subscriber } from '../../platform/jobs/worker.ts';
import { MAIL_RECEIVED } from '../interactions/interactions.events.ts';
import { assignment } from './desk/assignment.service.ts';
import { mailFiling } from './mail/mail-filing.service.ts';
import { ticketMails } from './mail/ticket-mails.service.ts';
import { TICKET_ANSWERED, TICKET_OPENED } from './service.events.ts';
import { lateSupply } from './supply/late-supply.service.ts';

/** Words for why supply is late, as the desk reads them. */
const CAUSES: Readonly<Record<string, string>> = {
  SUPPLY_DELAYED: 'The supply on its way comes later than promised · 在途到货晚于承诺',
  SUPPLY_SHORT: 'Less is on its way than ordered · 在途数量不足',
  STOCK_CHANGED: 'There is less stock than promised · 库存不足',
  PRODUCTION_CHANGED: 'Production ends later than promised · 生产完工晚于承诺',
};
const UNKNOWN_CAUSE = 'Supply does not reach the promised day · 供应无法满足承诺交期';

/** What the desk does when something happened, here or below. */
export const serviceSubscribers: readonly Subscriber[] = [
  { event: MAIL_RECEIVED, name: 'service mail', react: (work, { subjectId }) => mailFiling.file(work, subjectId) },
  {
    event: TICKET_OPENED,
    name: 'service desk',
    react: async (work, { subjectId }) => {
      await assignment.give(work, subjectId);
      await work.em.flush();
      await lateSupply.attach(work, [subjectId]);
    },
  },
  {
    event: TICKET_OPENED,
    name: 'service acknowledgement',
    react: (work, { subjectId }) => ticketMails.acknowledge(work, subjectId),
  },
  {
    event: TICKET_ANSWERED,
    name: 'service answers',
    react: (work, { subjectId, payload }) => ticketMails.answer(work, subjectId, String(payload?.['interactionId'])),
  },
  {
    event: 'promising.line.at_risk',
    name: 'service late supply',
    react: (work, { subjectId }) => lateSupply.note(work, subjectId, UNKNOWN_CAUSE),
  },
  {
    event: 'promising.promise.changed',
    name: 'service late supply',
    react: (work, { payload }) =>
      lateSupply.note(work, String(payload?.['lineId']), CAUSES[String(payload?.['cause'])] ?? UNKNOWN_CAUSE),
  },
];
