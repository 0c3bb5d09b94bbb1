import { Entity, Index, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Location } from '../../catalog/site/location.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';

/** An amount of an item going from one place to another at one instant. Only added by StockLedger, never changed. */
@Unaudited()
@Entity({ tableName: 'inventory_stock_move' })
@Index({ name: 'inventory_stock_move_document', properties: ['documentType', 'documentId'] })
export class StockMove {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Location, { mapToPk: true, fieldName: 'from_location_id' })
  fromLocationId!: string;
  @ManyToOne(() => Location, { mapToPk: true, fieldName: 'to_location_id' })
  toLocationId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'from_owner_id' })
  fromOwnerId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'to_owner_id' })
  toOwnerId!: string;
  @Property({ type: 'text' })
  fromStatus!: string;
  @Property({ type: 'text' })
  toStatus!: string;
  @Property({ type: 'text', default: '' })
  lot: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'text' })
  reason!: string;
  @Property({ type: 'text', default: '' })
  note: string = '';
  @Property({ type: 'text', nullable: true })
  documentType: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  documentId: string | null = null;
  @Property({ type: 'timestamptz' })
  movedAt!: Date;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  recordedByPersonId: string | null = null;
  @OneToOne(() => StockMove, {
    mapToPk: true,
    fieldName: 'reverses_move_id',
    nullable: true,
    unique: 'inventory_stock_move_reversed_once',
  })
  reversesMoveId: string | null = null;
}
