import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Choice } from '../consent/consents.service.ts';
import { consents } from '../consent/consents.service.ts';
import type { Channel } from '../consent/consent.state.ts';
import { QuietHoursRefused } from '../interactions.errors.ts';
import { contacts, type Side } from './contacts.service.ts';

export interface Wishes {
  readonly preferredChannel: Channel;
  readonly phone: string | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly choices: readonly Choice[];
}

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What somebody decides about himself, where he acts now. */
export class PreferencesDesk {
  /** @throws QuietHoursRefused, AddressRefused, CannotRefuse */
  async save(work: Work, wishes: Wishes): Promise<string> {
    const { personId, organisationId, audience } = work.actor;
    if (!personId || !organisationId) throw new Error('Only people have preferences');
    const quiet = quietOf(wishes);
    const id = await contacts.ofPerson(work, personId, organisationId, audience as Side);
    await sql`
      update interactions_contact set preferred_channel = ${wishes.preferredChannel}, quiet_from = ${quiet.from}, quiet_to = ${quiet.to},
        version = version + 1 where id = ${id}`.execute(work.sql);
    await this.replacePhone(work, id, organisationId, wishes.phone);
    await consents.record(work, id, wishes.choices, 'PERSON');
    return personId;
  }

  private async replacePhone(work: Work, id: string, organisationId: string, phone: string | null): Promise<void> {
    await sql`delete from interactions_contact_address where contact_id = ${id} and channel = 'PHONE'`.execute(
      work.sql,
    );
    if (!phone?.trim()) return;
    const { rows } = await sql<{ country: string | null }>`
      select country from identity_organisation where id = ${organisationId}`.execute(work.sql);
    await contacts.reach(work, id, 'PHONE', phone, rows[0]?.country ?? null);
  }
}

function quietOf({ quietFrom, quietTo }: Wishes): { from: string | null; to: string | null } {
  if (!quietFrom && !quietTo) return { from: null, to: null };
  const isRight = [quietFrom, quietTo].every((time) => WALL_TIME.test(String(time)));
  if (!isRight || quietFrom === quietTo) throw new QuietHoursRefused({}, ['input', 'quietFrom']);
  return { from: quietFrom, to: quietTo };
}

export const preferencesDesk = new PreferencesDesk();
