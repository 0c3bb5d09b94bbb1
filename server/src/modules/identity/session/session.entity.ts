import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { Membership } from '../person/membership.entity.ts';
import { Person } from '../person/person.entity.ts';

const HOUR_MS = 3_600_000;
/** A session that nobody uses ends after this long. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, a session ends this long after the sign-in. */
export const LONGEST_MS = 30 * 24 * HOUR_MS;

/** A signed-in person at one device, acting for one organisation. Only a hash of its token is kept. */
@Unaudited()
@Entity({ tableName: 'identity_session' })
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'identity_session_token_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;
  @ManyToOne(() => Person)
  person!: Person;
  @ManyToOne(() => Membership)
  membership!: Membership;
  @Property({ type: 'text', nullable: true })
  userAgent: string | null = null;
  @Property({ type: 'text', nullable: true })
  remoteAddress: string | null = null;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  lastSeenAt: Date = new Date();
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  /** The last moment it can live to, seen or not. */
  get endsAt(): Date {
    return new Date(this.createdAt.getTime() + LONGEST_MS);
  }
}
