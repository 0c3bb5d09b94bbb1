import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import type { Channel } from '../consent/consent.state.ts';
import { AddressRefused, TextRefused } from '../interactions.errors.ts';
import { emailOf } from './address.calc.ts';
import { phoneOf } from './phone-number.service.ts';

/** On which side of the corridor somebody deals with us. */
export type Side = 'STAFF' | 'SUPPLIER' | 'CUSTOMER';

export interface ContactDraft {
  readonly organisationId: string;
  readonly audience: Side;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly locale?: string;
  readonly timeZone?: string | null;
}

/** Whom we know under an address. */
export interface KnownContact {
  readonly id: string;
  readonly organisationId: string;
  readonly audience: Side;
  readonly name: string;
}

/** Keeps the people we talk to, with the addresses they are reached under. */
export class Contacts {
  /** The contact of somebody who signs in; made when he is first talked to. @throws NotFound */
  async ofPerson(work: Work, personId: string, organisationId: string, audience: Side): Promise<string> {
    const { rows } = await sql<{ id: string | null; name: string; email: string; locale: string; zone: string | null }>`
      select c.id, p.name, p.email, p.locale, p.time_zone as zone
      from identity_person p
      left join interactions_contact c
        on c.person_id = p.id and c.organisation_id = ${organisationId} and c.audience = ${audience}
      where p.id = ${personId}`.execute(work.sql);
    const [person] = rows;
    if (!person) throw new NotFound({});
    if (person.id) return person.id;
    const id = newId();
    await sql`
      insert into interactions_contact (id, organisation_id, audience, person_id, name, locale, time_zone)
      values (${id}, ${organisationId}, ${audience}, ${personId}, ${person.name}, ${person.locale}, ${person.zone})`.execute(
      work.sql,
    );
    await this.reach(work, id, 'EMAIL', person.email);
    return id;
  }

  /** Somebody new at a party. @throws NotFound, TextRefused, AddressRefused */
  async open(work: Work, draft: ContactDraft): Promise<string> {
    const name = draft.name.trim();
    if (name === '' || name.length > 200) throw new TextRefused({ most: 200 }, ['input', 'name']);
    const { rows } = await sql<{ country: string | null }>`
      select country from identity_organisation where id = ${draft.organisationId}`.execute(work.sql);
    if (!rows[0]) throw new NotFound({}, ['input', 'organisationId']);
    const id = newId();
    await sql`
      insert into interactions_contact (id, organisation_id, audience, name, locale, time_zone)
      values (${id}, ${draft.organisationId}, ${draft.audience}, ${name}, ${draft.locale ?? 'en'}, ${draft.timeZone ?? null})`.execute(
      work.sql,
    );
    if (draft.email) await this.reach(work, id, 'EMAIL', draft.email);
    if (draft.phone) await this.reach(work, id, 'PHONE', draft.phone, rows[0].country);
    return id;
  }

  /** Notes an address; he may have several on one channel. @throws AddressRefused */
  async reach(work: Work, contactId: string, channel: Channel, given: string, country: string | null = null) {
    const address = channel === 'EMAIL' ? emailOf(given) : phoneOf(given, country);
    if (!address) throw new AddressRefused({ address: given }, ['input', channel === 'EMAIL' ? 'email' : 'phone']);
    await sql`
      insert into interactions_contact_address (id, contact_id, organisation_id, channel, address, is_primary)
      select ${newId()}, c.id, c.organisation_id, ${channel}, ${address},
             not exists (select from interactions_contact_address a where a.contact_id = c.id and a.channel = ${channel} and a.is_primary)
      from interactions_contact c where c.id = ${contactId}
      on conflict (contact_id, channel, address) do nothing`.execute(work.sql);
  }

  /**
   * Who writes from this address: whom we know under it, else whoever signs in with it. Several places of one person:
   * the customer's before the supplier's, the one talked to last first.
   */
  async byEmail(work: Work, given: string): Promise<KnownContact | null> {
    const address = emailOf(given);
    if (!address) return null;
    const { rows } = await sql<KnownContact>`
      select c.id, c.organisation_id as "organisationId", c.audience, c.name
      from interactions_contact_address a join interactions_contact c on c.id = a.contact_id
      where a.channel = 'EMAIL' and a.address = ${address} and c.is_active
      order by c.audience = 'CUSTOMER' desc, c.audience = 'SUPPLIER' desc,
        (select max(i.occurred_at) from interactions_interaction i where i.contact_id = c.id) desc nulls last, c.id
      limit 1`.execute(work.sql);
    return rows[0] ?? this.signingIn(work, address);
  }

  private async signingIn(work: Work, address: string): Promise<KnownContact | null> {
    const { rows } = await sql<{ personId: string; organisationId: string; audience: Side; name: string }>`
      select p.id as "personId", m.organisation_id as "organisationId", m.audience, p.name
      from identity_person p join identity_membership m on m.person_id = p.id
      where p.email = ${address} and p.is_active and m.is_active
      order by m.audience = 'CUSTOMER' desc, m.audience = 'SUPPLIER' desc, m.id limit 1`.execute(work.sql);
    const [found] = rows;
    if (!found) return null;
    const id = await this.ofPerson(work, found.personId, found.organisationId, found.audience);
    return { id, ...found };
  }
}

export const contacts = new Contacts();
