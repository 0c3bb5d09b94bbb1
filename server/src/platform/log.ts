import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** The one log: JSON lines on standard error, so that standard output stays for people. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, base: null }, destination);
}
