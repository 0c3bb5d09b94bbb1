import { createRequire } from 'node:module';

interface Rules {
  forbidden: { name: string }[];
}

const { forbidden } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as Rules;

/** Every module the house has a row for, lowest row first; the boundary lint is where rows are given. */
export const moduleNames: readonly string[] = forbidden.flatMap(
  ({ name }) => /^rows-below-only-(.*)$/.exec(name)?.[1] ?? [],
);
