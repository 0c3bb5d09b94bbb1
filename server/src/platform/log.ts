import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** The one log: JSON lines on standard error, so that standard output stays for people. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
