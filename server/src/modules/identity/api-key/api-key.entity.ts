import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { Audience } from '../../../platform/access/actor.ts';
import { hideFromAudit } from '../../../platform/audit/changes.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';

/** By what a partner's system acts for its organisation, within its scopes, until it expires. Only a hash is kept. */
@Entity({ tableName: 'identity_api_key' })
export class ApiKey {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation)
  organisation!: Organisation;
  @Property({ type: 'text' })
  audience!: Audience;
  /** The machine that signs what is done with this key. */
  @Unique({ name: 'identity_api_key_person_unique' })
  @ManyToOne(() => Person)
  person!: Person;
  @Property({ type: 'text' })
  name!: string;
  /** How the key begins, by which people recognise it. */
  @Property({ type: 'text' })
  prefix!: string;
  @Unique({ name: 'identity_api_key_secret_unique' })
  @Property({ type: 'text' })
  secretHash!: string;
  @Property({ type: 'text[]', default: [] })
  scopes: string[] = [];
  @ManyToOne(() => Person, { fieldName: 'created_by_person_id' })
  createdBy!: Person;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null = null;
  @Property({ type: 'text', nullable: true })
  lastUsedAddress: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;
}

hideFromAudit('secretHash');
