import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { StockBalance } from '../ledger/stock-balance.entity.ts';

/** An amount of stock set aside for one document, until it is fulfilled or released. */
@Entity({ tableName: 'inventory_reservation' })
@Index({ name: 'inventory_reservation_document', properties: ['documentType', 'documentId'] })
export class Reservation {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => StockBalance, { mapToPk: true, fieldName: 'balance_id' })
  balanceId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'text' })
  documentType!: string;
  @Property({ type: 'uuid' })
  documentId!: string;
  @Property({ type: 'text', default: 'OPEN' })
  state: 'OPEN' | 'FULFILLED' | 'RELEASED' = 'OPEN';
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
}
