import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { IncomingMail } from '../../server/src/platform/mail/mail.ts';
import { readMail } from '../../server/src/platform/mail/read-mail.ts';

/** A mail as it came over the wire, and as our own reader reads it. */
export type TakenMail = IncomingMail & { readonly raw: string };

/** The value of a header, unfolded. */
export const headerOf = ({ raw }: TakenMail, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replaceAll(/\r?\n\s+/g, ' ');

/** A real SMTP server on this machine: what it took, and how it treats the next one. */
export interface MailServer {
  readonly url: string;
  readonly mails: TakenMail[];
  /** `refuse` answers 550 for the address, `away` 451 for everything. */
  mood: 'take' | 'refuse' | 'away';
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: TakenMail[] = [];
  const state = { mood: 'take' as MailServer['mood'] };
  const answer = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      if (state.mood === 'refuse') return done(answer(550, 'No such user here'));
      return done(state.mood === 'away' ? answer(451, 'Try again later') : null);
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => void parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        readMail(raw).then(
          (mail) => {
            mails.push({ ...mail, raw: raw.toString() });
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
