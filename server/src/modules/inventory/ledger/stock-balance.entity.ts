import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Location } from '../../catalog/site/location.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';

/**
 * What is at one location, per item, owner, status and lot: a running total of the ledger.
 * Only StockLedger changes what is on hand, only Reservations what of it is reserved.
 */
@Unaudited()
@Entity({ tableName: 'inventory_stock_balance' })
@Unique({
  name: 'inventory_stock_balance_unique',
  properties: ['itemId', 'locationId', 'ownerId', 'status', 'lot'],
})
@Index({ name: 'inventory_stock_balance_site', properties: ['itemId', 'siteId'] })
@Index({ name: 'inventory_stock_balance_owner', properties: ['ownerId', 'itemId'] })
@Index({ name: 'inventory_stock_balance_aged', properties: ['agedSince', 'id'] })
export class StockBalance {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Site, { mapToPk: true, fieldName: 'site_id' })
  siteId!: string;
  @ManyToOne(() => Location, { mapToPk: true, fieldName: 'location_id' })
  locationId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'owner_id' })
  ownerId!: string;
  @Property({ type: 'text' })
  status!: string;
  @Property({ type: 'text', default: '' })
  lot: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  onHand!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 0 })
  reserved: Decimal = new Decimal(0);
  /** Since when something has lain here without a break; a transfer takes the age along. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  agedSince: Date = new Date();
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Date = new Date();
}
