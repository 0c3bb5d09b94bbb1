import { createRequire } from 'node:module';

interface Rules {
  forbidden: { name: string; comment: string }[];
}

const { forbidden } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as Rules;

/** The row of every module, as the boundary lint keeps it. */
export const rowOf: ReadonlyMap<string, number> = new Map(
  forbidden.flatMap(({ name, comment }) => {
    const module = /^rows-below-only-(.*)$/.exec(name)?.[1];
    const row = /stands in row (\d)/.exec(comment)?.[1];
    return module && row ? [[module, Number(row)] as const] : [];
  }),
);

/** Every module that has a row, lowest row first. */
export const moduleNames: readonly string[] = [...rowOf.keys()];
