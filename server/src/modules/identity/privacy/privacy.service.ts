import { sql } from 'kysely';
import { personalData } from '../../../platform/access/personal-data.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { CannotEraseYourself } from '../identity.errors.ts';
import './person.personal.ts';

/** Everything that is kept of one person, by the names under which the modules keep it. */
export type PersonalFile = Readonly<Record<string, readonly object[]>>;

/** Hands out, and takes out, what the system knows of a person. Both are acts of their own in the audit log. */
export class Privacy {
  /** @throws NotFound */
  async gather(work: Work, personId: string): Promise<PersonalFile> {
    await this.assertKnown(work, personId);
    work.nameAct('personExport', 'Person', personId);
    const parts = await inOrder(
      personalData(),
      async ({ name, gather }) => [name, await gather(work, personId)] as const,
    );
    return Object.fromEntries(parts);
  }

  /**
   * Takes out who somebody was and ends his access. What he did stays, under a key that names nobody, so that ledgers
   * and documents stay whole. It cannot be undone. @throws NotFound, CannotEraseYourself
   */
  async erase(work: Work, personId: string): Promise<void> {
    await this.assertKnown(work, personId);
    if (work.actor.personId === personId) throw new CannotEraseYourself({}, ['input', 'personId']);
    work.nameAct('personErase', 'Person', personId);
    await inOrder(personalData(), ({ erase }) => erase(work, personId));
  }

  /** The person with this e-mail. @throws NotFound */
  async find(work: Work, email: string): Promise<string> {
    const { rows } = await sql<{ id: string }>`select id from identity_person where email = lower(${email})`.execute(
      work.sql,
    );
    if (!rows[0]) throw new NotFound();
    return rows[0].id;
  }

  private async assertKnown(work: Work, personId: string): Promise<void> {
    const { rows } = await sql`
      select from identity_person where id = ${personId} and machine_of_organisation_id is null`.execute(work.sql);
    if (rows.length === 0) throw new NotFound({}, ['input', 'personId']);
  }
}

export const privacy = new Privacy();
