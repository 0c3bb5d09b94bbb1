import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What safety stock the figures ask for; it holds only once somebody applies it. */
@Entity({ tableName: 'planning_safety_stock' })
export class SafetyStockProposal {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  serviceLevel!: Decimal;
  /** Of one day's demand, and of the lead time in days. */
  @Property({ type: DecimalType, columnType: 'numeric' })
  demandMean!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric' })
  demandDeviation!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric' })
  leadTimeMean!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric' })
  leadTimeDeviation!: Decimal;
  @Property({ type: 'integer' })
  receiptCount!: number;
  @Property({ type: DecimalType, columnType: 'numeric' })
  z!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  currentQuantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  proposedQuantity!: Decimal;
  /** RECEIPTS: learned. PLANNED: too few receipts, so the planned one, as if certain. */
  @Property({ type: 'text' })
  leadTimeSource: 'RECEIPTS' | 'PLANNED' = 'RECEIPTS';
  @Property({ type: 'timestamptz' })
  computedAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  appliedAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true })
  appliedByPersonId: string | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
