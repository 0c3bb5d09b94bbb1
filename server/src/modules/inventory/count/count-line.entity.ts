import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Location } from '../../catalog/site/location.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { StockMove } from '../ledger/stock-move.entity.ts';
import { Count } from './count.entity.ts';

/** One balance to count: what the ledger said at that moment, and what was found. */
@Entity({ tableName: 'inventory_count_line' })
@Unique({
  name: 'inventory_count_line_unique',
  properties: ['countId', 'itemId', 'locationId', 'ownerId', 'status', 'lot'],
})
export class CountLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Count, { mapToPk: true, fieldName: 'count_id' })
  countId!: string;
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Location, { mapToPk: true, fieldName: 'location_id' })
  locationId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'owner_id' })
  ownerId!: string;
  @Property({ type: 'text', default: 'UNRESTRICTED' })
  status: string = 'UNRESTRICTED';
  @Property({ type: 'text', default: '' })
  lot: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  expected!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  counted: Decimal | null = null;
  @ManyToOne(() => StockMove, { mapToPk: true, fieldName: 'move_id', nullable: true })
  moveId: string | null = null;
}
