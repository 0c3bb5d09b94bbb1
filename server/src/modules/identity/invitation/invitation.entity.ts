import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import { hideFromAudit } from '../../../platform/audit/changes.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from '../person/person.entity.ts';

/** An offer of membership to whoever reads that e-mail; used once, or not at all. */
@Entity({ tableName: 'identity_invitation' })
export class Invitation {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'identity_invitation_token_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;
  @ManyToOne(() => Organisation)
  organisation!: Organisation;
  @Property({ type: 'text' })
  email!: string;
  @Property({ type: 'text' })
  audience!: Audience;
  @Property({ type: 'text[]' })
  roles!: Role[];
  @ManyToOne(() => Person, { fieldName: 'invited_by_person_id', nullable: true })
  invitedBy: Person | null = null;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;
}

hideFromAudit('tokenHash');
