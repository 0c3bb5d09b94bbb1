import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';

/** An attempt to sign in that did not succeed, or has not yet; counted per account and per address. */
@Unaudited()
@Entity({ tableName: 'identity_sign_in_failure' })
@Index({ name: 'identity_sign_in_failure_subject', properties: ['subject', 'failedAt'] })
export class SignInFailure {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  subject!: string;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  failedAt: Date = new Date();
}
