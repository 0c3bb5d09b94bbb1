import { recordMovement } from './movement.write.ts';
import type { Write } from './statement.ts';

/** Writes of the limit, by the name of the operation. */
export const writes: Readonly<Record<string, Write>> = { recordMovement };
