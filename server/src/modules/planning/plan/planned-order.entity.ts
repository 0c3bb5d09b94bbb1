import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What a run wants made or bought; a firm one is left alone by runs. */
@Entity({ tableName: 'planning_planned_order' })
export class PlannedOrder {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid', nullable: true })
  scenarioId: string | null = null;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  kind!: 'BUY' | 'MAKE' | 'VMI';
  @Property({ type: 'text' })
  state: 'OPEN' | 'CONVERTED' = 'OPEN';
  @Property({ type: 'boolean' })
  isFirm: boolean = false;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  /** The day it must be released, and the day it is wanted in stock. */
  @Property({ type: 'date' })
  releaseOn!: string;
  @Property({ type: 'date' })
  dueOn!: string;
  @Property({ type: 'uuid', nullable: true })
  supplierId: string | null = null;
  @Property({ type: 'text' })
  note: string = '';
  /** What it became: PurchaseOrder, VmiProposal or WorkOrder. */
  @Property({ type: 'text', nullable: true })
  documentType: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  documentId: string | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
