import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

const PLACE = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;

/**
 * A trace that leads into our sources. The maps are read when the first trace is written: under Node's own flag,
 * libraries that look at a trace as they load have all of them read at every start.
 */
export const inSources = (trace: string): string =>
  trace.replace(PLACE, (place: string, script: string, line: string, column: string) => {
    const found = mapOf(script)?.findOrigin(Number(line), Number(column));
    return found && 'fileName' in found
      ? `${new URL(found.fileName, script).href}:${found.lineNumber}:${found.columnNumber}`
      : place;
  });

const maps = new Map<string, SourceMap | undefined>();

function mapOf(script: string): SourceMap | undefined {
  if (!maps.has(script)) maps.set(script, readMap(script));
  return maps.get(script);
}

/** Libraries have none, and a script that is no longer there has none either. */
function readMap(script: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(script)}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
