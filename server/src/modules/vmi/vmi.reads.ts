import { localIdOrNull } from '../../platform/graphql/local-id.ts';
import type { Shape } from '../../platform/read/shape.ts';

const NOTHING = '00000000-0000-0000-0000-000000000000';

/** The key behind an id that a list is narrowed to; an id of anything else matches nothing, null narrows nothing. */
export const wanted = (shape: Shape, id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : (localIdOrNull(shape, id) ?? NOTHING);
