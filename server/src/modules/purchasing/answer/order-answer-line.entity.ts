import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { ScheduleLine } from '../order/schedule-line.entity.ts';
import { OrderAnswer } from './order-answer.entity.ts';
import type { LineDecision } from './order-answer.state.ts';

/** What is promised for one schedule line; several for one line are a split. */
@Entity({ tableName: 'purchasing_order_answer_line' })
export class OrderAnswerLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => OrderAnswer, { mapToPk: true, fieldName: 'answer_id' })
  answerId!: string;
  @ManyToOne(() => ScheduleLine, { mapToPk: true, fieldName: 'schedule_line_id' })
  scheduleLineId!: string;
  @Property({ type: 'integer' })
  position: number = 1;
  @Property({ type: 'text' })
  decision!: LineDecision;
  @Property({ type: 'date', nullable: true })
  promisedOn: string | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  quantity: Decimal | null = null;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'boolean' })
  isWithinTolerance: boolean = true;
}
