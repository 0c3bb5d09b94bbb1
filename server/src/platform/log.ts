import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { inSources } from './source-trace.ts';

export type { Logger } from 'pino';

/** The one log: JSON lines on standard error, so that standard output stays for people. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, base: null, serializers: { err } }, destination);
}

function err(error: Error) {
  const said = stdSerializers.err(error);
  return { ...said, stack: inSources(said.stack) };
}
