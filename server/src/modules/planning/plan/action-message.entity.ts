import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What a run asks a planner to do. */
@Entity({ tableName: 'planning_message' })
export class ActionMessage {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid', nullable: true })
  scenarioId: string | null = null;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  kind!:
    | 'NEW'
    | 'EXPEDITE'
    | 'DEFER'
    | 'CHANGE'
    | 'CANCEL'
    | 'PAST_DUE'
    | 'SHORTAGE'
    | 'BELOW_SAFETY'
    | 'FENCE'
    | 'CAPACITY';
  /** What it is about: PlannedOrder, PurchaseSchedule, WorkOrder, or the item itself. */
  @Property({ type: 'text' })
  subjectType!: string;
  @Property({ type: 'uuid', nullable: true })
  subjectId: string | null = null;
  @Property({ type: 'date', nullable: true })
  currentOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  wantedOn: string | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  currentQuantity: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  wantedQuantity: Decimal | null = null;
  @Property({ type: 'uuid' })
  runId!: string;
  @Property({ type: 'timestamptz' })
  openedAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;
  @Property({ type: 'text' })
  state: 'OPEN' | 'DONE' | 'DISMISSED' | 'ENDED' = 'OPEN';
  @Property({ type: 'timestamptz', nullable: true })
  handledAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true })
  handledByPersonId: string | null = null;
  @Property({ type: 'text' })
  handledNote: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
