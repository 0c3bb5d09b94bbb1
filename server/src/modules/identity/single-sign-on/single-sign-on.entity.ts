import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { Audience } from '../../../platform/access/actor.ts';
import { hideFromAudit } from '../../../platform/audit/changes.ts';
import { Organisation } from '../organisation/organisation.entity.ts';

/** Where the people of one side of an organisation sign in: its own OpenID Connect provider. */
@Entity({ tableName: 'identity_single_sign_on' })
@Unique({ name: 'identity_single_sign_on_unique', properties: ['organisation', 'audience'] })
export class SingleSignOn {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation)
  organisation!: Organisation;
  @Property({ type: 'text' })
  audience!: Audience;
  @Property({ type: 'text' })
  issuer!: string;
  @Property({ type: 'text' })
  clientId!: string;
  /** Sealed: see `platform/access/sealed.ts`. */
  @Property({ type: 'text' })
  clientSecret!: string;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}

hideFromAudit('clientSecret');
