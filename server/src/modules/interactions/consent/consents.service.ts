import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { CannotRefuse, Suppressed } from '../interactions.errors.ts';
import { consentRecorded } from '../interactions.events.ts';
import {
  consentSteps,
  PURPOSES,
  type Channel,
  type ConsentSource,
  type ConsentState,
  type Purpose,
} from './consent.state.ts';

export interface Choice {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly state: Exclude<ConsentState, 'UNKNOWN'>;
}

/** The ledger of what people agreed to: written here alone, and only ever added to. */
export class Consents {
  /** Adds the choices that change something. @throws CannotRefuse, Suppressed */
  async record(
    work: Work,
    contactId: string,
    choices: readonly Choice[],
    source: ConsentSource,
    note = '',
  ): Promise<void> {
    const standing = await this.standing(work, contactId);
    const changes = choices.filter(({ channel, purpose, state }) => standing.get(`${channel} ${purpose}`) !== state);
    for (const { channel, purpose, state } of changes) {
      if (purpose === 'ACCOUNT' && state === 'WITHDRAWN') throw new CannotRefuse({}, ['input', 'choices']);
      const before = standing.get(`${channel} ${purpose}`) ?? 'UNKNOWN';
      if (!consentSteps[before].includes(state) || (before === 'SUPPRESSED' && source !== 'PERSON'))
        throw new Suppressed({}, ['input', 'choices']);
    }
    await this.append(work, contactId, changes, source, note);
  }

  /** Everything on these channels ends: the address cannot be reached, or its owner complained. */
  async suppress(work: Work, contactId: string, channel: Channel, source: ConsentSource, note: string): Promise<void> {
    const standing = await this.standing(work, contactId);
    const wanted = PURPOSES.filter((purpose) => standing.get(`${channel} ${purpose}`) !== 'SUPPRESSED');
    const choices = wanted.map((purpose) => ({ channel, purpose, state: 'SUPPRESSED' as const }));
    // What a server says may name the address; the ledger keeps none, for it is never rewritten.
    await this.append(work, contactId, choices, source, note.replaceAll(/\S+@\S+/g, '…'));
  }

  private async append(
    work: Work,
    contactId: string,
    changes: readonly Choice[],
    source: ConsentSource,
    note: string,
  ): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map((change) => ({ id: newId(), ...change }));
    await sql`
      insert into interactions_consent (id, contact_id, organisation_id, channel, purpose, state, source, note, recorded_by_person_id, recorded_at)
      select r.id, c.id, c.organisation_id, r.channel, r.purpose, r.state, ${source}, ${note}, ${work.actor.personId}, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, channel text, purpose text, state text)
      join interactions_contact c on c.id = ${contactId}`.execute(work.sql);
    work.record(consentRecorded(contactId, { source, choices: changes }));
  }

  private async standing(work: Work, contactId: string): Promise<ReadonlyMap<string, ConsentState>> {
    // Two who change the same person's choices wait for each other.
    await sql`select id from interactions_contact where id = ${contactId} for update`.execute(work.sql);
    const { rows } = await sql<{ key: string; state: ConsentState }>`
      select distinct on (channel, purpose) channel || ' ' || purpose as key, state from interactions_consent
      where contact_id = ${contactId} order by channel, purpose, recorded_at desc, id desc`.execute(work.sql);
    return new Map(rows.map(({ key, state }) => [key, state]));
  }
}

export const consents = new Consents();
