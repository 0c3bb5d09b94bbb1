import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { hideFromAudit } from '../../../platform/audit/changes.ts';
import { Organisation } from '../organisation/organisation.entity.ts';

/** Somebody who can sign in, once, for every organisation he works for. */
@Entity({ tableName: 'identity_person' })
export class Person {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  name!: string;
  /** Lower case: the name under which he signs in. */
  @Unique({ name: 'identity_person_email_unique' })
  @Property({ type: 'text' })
  email!: string;
  @Property({ type: 'text', nullable: true })
  passwordHash: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  passwordChangedAt: Date | null = null;
  /** Set for a machine that acts with an API key: it never signs in. */
  @ManyToOne(() => Organisation, { fieldName: 'machine_of_organisation_id', nullable: true })
  machineOf: Organisation | null = null;
  @Property({ type: 'text', default: 'en' })
  locale: string = 'en';
  @Property({ type: 'text', nullable: true })
  timeZone: string | null = null;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}

hideFromAudit('passwordHash');
