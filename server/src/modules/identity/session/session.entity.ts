import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { Membership } from '../person/membership.entity.ts';
import { Person } from '../person/person.entity.ts';
import { SingleSignOn } from '../single-sign-on/single-sign-on.entity.ts';

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
  /** As the membership was when the token was given out: after a change of roles the token is replaced. */
  @Property({ type: 'integer', default: 1 })
  membershipVersion: number = 1;
  /** The token before, which requests under way still carry for a moment. */
  @Index({ name: 'identity_session_previous_token' })
  @Property({ type: 'text', nullable: true })
  previousTokenHash: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  renewedAt: Date | null = null;
  @Property({ type: 'boolean', default: false })
  hasSecondFactor: boolean = false;
  /** When the holder last proved that it is he: sensitive acts ask for a recent proof. */
  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null = null;
  /** Came in by an organisation's own provider, and so acts for that organisation only. */
  @ManyToOne(() => SingleSignOn, { nullable: true, deleteRule: 'cascade' })
  singleSignOn: SingleSignOn | null = null;
  /** Somebody of the company who looks with this person's eyes. */
  @ManyToOne(() => Person, { fieldName: 'impersonated_by_person_id', nullable: true })
  impersonatedBy: Person | null = null;
  /** The holder may know his name, though not the person. */
  @Property({ type: 'text', nullable: true })
  impersonatedByName: string | null = null;
  @Property({ type: 'text', nullable: true })
  impersonationReason: string | null = null;
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
