import { loadConfig } from '../../platform/config.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { mailTransport } from '../../platform/mail/transport.ts';
import { takeMails } from './mail/mailbox-reading.service.ts';
import { deliverDue } from './sending/delivery.service.ts';
import { DELIVERY_JOB } from './sending/send-gateway.service.ts';

/** Mail out and in. Both may fail while a mail server is away; the next run goes on where this one ended. */
export const interactionsJobs: readonly Job[] = [
  {
    name: DELIVERY_JOB,
    cron: '* * * * *',
    run: async (database) => void (await deliverDue(database, mailTransport())),
  },
  {
    name: 'interactions.read-mailbox',
    cron: '* * * * *',
    run: async (database) => {
      const { imapUrl } = loadConfig();
      if (imapUrl === undefined) return;
      await takeMails(database, imapUrl);
    },
  },
];
