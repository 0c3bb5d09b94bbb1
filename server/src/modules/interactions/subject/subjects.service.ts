import { sql } from 'kysely';
import { fromGlobalId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { shapeOfPrefix, type Shape } from '../../../platform/read/shape.ts';

/** Something that a message, a ticket or a contact can be about. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** Finds what somebody refers to by its global id, of whatever kind, as far as he may see it. */
export class Subjects {
  /** @throws NotFound for what does not exist and for what this actor may not see. */
  async find(work: Work, globalId: string, path: readonly string[]): Promise<Subject> {
    const named = fromGlobalId(globalId);
    const shape = named && shapeOfPrefix(named.prefix);
    const condition = shape && visible(work, shape);
    if (!named || !shape || !condition) throw new NotFound({}, path);
    const { rows } = await sql`
      select from ${sql.raw(shape.table)} s where s.id = ${named.id} and ${sql.raw(condition)}`.execute(work.sql);
    if (rows.length === 0) throw new NotFound({}, path);
    return { type: shape.type, id: named.id };
  }
}

function visible(work: Work, { visible }: Shape): string | null {
  const { audience } = work.actor;
  if (audience === 'SYSTEM') return 'true';
  const rule = audience === 'NOBODY' ? undefined : visible[audience];
  return rule ? (rule === 'all' ? 'true' : rule('s')) : null;
}

export const subjects = new Subjects();
