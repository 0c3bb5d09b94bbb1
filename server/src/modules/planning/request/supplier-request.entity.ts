import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What we ask of a supplier for goods on order, and what he answers. */
@Entity({ tableName: 'planning_supplier_request' })
export class SupplierRequest {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  scheduleLineId!: string;
  @Property({ type: 'uuid' })
  orderId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'uuid', nullable: true })
  messageId: string | null = null;
  @Property({ type: 'text' })
  kind!: 'EXPEDITE' | 'DEFER' | 'CANCEL';
  @Property({ type: 'text' })
  state: 'OPEN' | 'COMMITTED' | 'DECLINED' | 'WITHDRAWN' = 'OPEN';
  @Property({ type: 'date' })
  currentOn!: string;
  @Property({ type: 'date' })
  wantedOn!: string;
  /** In stock units, as all here. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'timestamptz' })
  askedAt!: Date;
  @Property({ type: 'uuid', nullable: true })
  askedByPersonId: string | null = null;
  @Property({ type: 'date', nullable: true })
  committedOn: string | null = null;
  @Property({ type: 'text' })
  answerNote: string = '';
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true })
  answeredByPersonId: string | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
