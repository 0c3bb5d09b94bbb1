import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { phoneOf } from '../../interactions/contact/phone-number.service.ts';

/** Who is on the line. */
export interface Caller {
  readonly contactId: string | null;
  readonly organisationId: string;
}

/** Recognises callers by the number that the telephone shows. */
export class Callers {
  /**
   * Contacts and organisations with this number. A number without its country is read as ours first, then as that of
   * every country our customers are in, for telephones show what the network gives them.
   */
  async recognise(work: Work, shown: string): Promise<Caller[]> {
    const { rows: countries } = await sql<{ country: string }>`
      select distinct country, is_company from identity_organisation
      where country is not null order by is_company desc, country limit 60`.execute(work.sql);
    const numbers = [
      ...new Set([null, ...countries.map(({ country }) => country)].map((home) => phoneOf(shown, home))),
    ].filter((number) => number !== null);
    if (numbers.length === 0) return [];
    const { rows } = await sql<Caller>`
      select c.id as "contactId", c.organisation_id as "organisationId"
      from interactions_contact_address a join interactions_contact c on c.id = a.contact_id
      where a.channel = 'PHONE' and a.address = any(${numbers}::text[]) and c.is_active
      order by array_position(${numbers}::text[], a.address), c.id limit 10`.execute(work.sql);
    return rows.length > 0 ? rows : this.byOrganisation(work, numbers);
  }

  /** The switchboard of a party, as it stands in its address, however it is written there. */
  private async byOrganisation(work: Work, numbers: readonly string[]): Promise<Caller[]> {
    const { rows } = await sql<{ id: string; phone: string; country: string | null }>`
      select id, phone, country from identity_organisation
      where phone is not null and right(regexp_replace(phone, '\\D', '', 'g'), 6) = any(${numbers.map((one) => one.slice(-6))}::text[])
      limit 100`.execute(work.sql);
    return rows
      .filter(({ phone, country }) => numbers.includes(phoneOf(phone, country) ?? ''))
      .map(({ id }) => ({ contactId: null, organisationId: id }));
  }
}

export const callers = new Callers();
