import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { hideFromAudit } from '../../../platform/audit/changes.ts';
import { Person } from '../person/person.entity.ts';

/** A key pair on a person's device: its public half, by which a sign-in there is recognised. */
@Entity({ tableName: 'identity_passkey' })
export class Passkey {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Person)
  person!: Person;
  @Unique({ name: 'identity_passkey_credential_unique' })
  @Property({ type: 'text' })
  credentialId!: string;
  @Property({ type: 'text' })
  publicKey!: string;
  /** Signatures so far, as the device counts them: a copy of the device would fall behind. */
  @Property({ type: 'bigint', defaultRaw: '0' })
  signCount: number = 0;
  @Property({ type: 'text[]', default: [] })
  transports: string[] = [];
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'boolean', default: false })
  isBackedUp: boolean = false;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null = null;
}

hideFromAudit('publicKey');
