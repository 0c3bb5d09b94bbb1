import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** A copy of the plan to try things on, then applied or thrown away. */
@Entity({ tableName: 'planning_scenario' })
export class Scenario {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'text' })
  state: 'OPEN' | 'APPLIED' | 'DISCARDED' = 'OPEN';
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  createdByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
