import { fromGlobalId } from '../../kernel/id.ts';
import type { Shape } from '../read/shape.ts';
import { NotFound } from './errors.ts';

/** The key behind a global id of this shape. @throws NotFound for anything else, naming the input field. */
export function localId(shape: Shape, globalId: string, path: readonly string[] = []): string {
  const named = fromGlobalId(globalId);
  if (named?.prefix !== shape.prefix) throw new NotFound({}, path);
  return named.id;
}

/** The same for a query argument: null instead of a refusal. */
export function localIdOrNull(shape: Shape, globalId: string): string | null {
  const named = fromGlobalId(globalId);
  return named?.prefix === shape.prefix ? named.id : null;
}

const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The key a filter of a list asks for, null when it asks for none; a made-up id finds nothing. */
export const wantedKey = (shape: Shape, globalId: string | null | undefined): string | null =>
  globalId ? (localIdOrNull(shape, globalId) ?? NOTHING) : null;
