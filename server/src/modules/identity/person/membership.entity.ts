import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from './person.entity.ts';

/** What a person is for an organisation, on one side of the corridor. */
@Entity({ tableName: 'identity_membership' })
@Unique({ name: 'identity_membership_unique', properties: ['person', 'organisation', 'audience'] })
export class Membership {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Person)
  person!: Person;
  @ManyToOne(() => Organisation, { index: 'identity_membership_organisation' })
  organisation!: Organisation;
  @Property({ type: 'text' })
  audience!: Audience;
  @Property({ type: 'text[]' })
  roles!: Role[];
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
