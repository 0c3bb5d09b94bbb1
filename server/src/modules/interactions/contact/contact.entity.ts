import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Person } from '../../identity/person/person.entity.ts';
import type { Channel } from '../consent/consent.state.ts';

/** Somebody at a party whom we talk to, on one side of the corridor; he may or may not sign in. */
@Entity({ tableName: 'interactions_contact' })
@Unique({
  name: 'interactions_contact_person_unique',
  properties: ['organisationId', 'audience', 'personId'],
})
export class Contact {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'organisation_id' })
  organisationId!: string;
  @Property({ type: 'text' })
  audience!: string;
  @ManyToOne(() => Person, { mapToPk: true, fieldName: 'person_id', nullable: true })
  personId: string | null = null;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'text', default: 'en' })
  locale: string = 'en';
  @Property({ type: 'text', nullable: true })
  timeZone: string | null = null;
  @Property({ type: 'text', default: 'EMAIL' })
  preferredChannel: Channel = 'EMAIL';
  @Property({ type: 'text', nullable: true })
  quietFrom: string | null = null;
  @Property({ type: 'text', nullable: true })
  quietTo: string | null = null;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
