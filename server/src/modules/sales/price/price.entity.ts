import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { PriceList } from './price-list.entity.ts';

/** The price of one unit of an item from a quantity upward, on one list. */
@Entity({ tableName: 'sales_price' })
export class Price {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => PriceList, { mapToPk: true, fieldName: 'price_list_id' })
  priceListId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  fromQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice!: Decimal;
  @Property({ type: 'date' })
  validFrom: string = '-infinity';
  @Property({ type: 'date' })
  validTo: string = 'infinity';
}
