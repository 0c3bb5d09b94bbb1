import { parseArgs } from 'node:util';

/** What a person asked of the benchmark. */
export interface Options {
  readonly scale: number;
  readonly runs: number;
  readonly seconds: number;
  readonly callers: number;
  readonly json: string | null;
  /** Names of operations; empty means all. */
  readonly only: readonly string[];
  readonly hasPeer: boolean;
  readonly hasStart: boolean;
}

export const USAGE = `npm run bench -- [--quick] [--scale f] [--runs n] [--seconds s] [--only a,b] [--no-peer] [--no-start] [--json file]`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string' },
      runs: { type: 'string' },
      seconds: { type: 'string' },
      callers: { type: 'string', default: '32' },
      json: { type: 'string' },
      only: { type: 'string' },
      'no-peer': { type: 'boolean', default: false },
      'no-start': { type: 'boolean', default: false },
    },
  });
  const number = (text: string | undefined, usual: number): number => {
    const value = text === undefined ? usual : Number(text);
    if (!(value > 0)) throw new Error(`${text} is not a number above 0. ${USAGE}`);
    return value;
  };
  return {
    scale: number(values.scale, values.quick ? 0.05 : 1),
    runs: number(values.runs, 7),
    seconds: number(values.seconds, values.quick ? 0.7 : 2),
    callers: number(values.callers, 32),
    json: values.json ?? null,
    only: values.only?.split(',') ?? [],
    hasPeer: !values['no-peer'],
    hasStart: !values['no-start'],
  };
}
