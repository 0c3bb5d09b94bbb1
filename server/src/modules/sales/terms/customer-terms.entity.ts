import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { PriceList } from '../price/price-list.entity.ts';
import type { TaxRounding } from '../price/tax.calc.ts';
import { Territory } from './territory.entity.ts';

/** On which terms a customer buys. An order takes from here what it needs when it is made, and keeps it. */
@Entity({ tableName: 'sales_customer_terms' })
export class CustomerTerms {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @ManyToOne(() => PriceList, { mapToPk: true, fieldName: 'price_list_id', nullable: true })
  priceListId: string | null = null;
  @ManyToOne(() => Territory, { mapToPk: true, fieldName: 'territory_id', nullable: true })
  territoryId: string | null = null;
  /** The site that delivers, where the order names no other. */
  @Property({ type: 'uuid', nullable: true })
  siteId: string | null = null;
  @Property({ type: 'integer' })
  paymentDays: number = 30;
  /** In `currency`; null is no limit. */
  @Property({ type: DecimalType, columnType: 'numeric(19,4)', nullable: true })
  creditLimit: Decimal | null = null;
  @Property({ type: 'boolean' })
  isOnHold: boolean = false;
  @Property({ type: 'text' })
  holdReason: string = '';
  @Property({ type: 'boolean' })
  isTaxInclusive: boolean = false;
  @Property({ type: 'text' })
  taxRounding: TaxRounding = 'LINE';
  /** A fraction: 0.13 is 13 %. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  taxRate: Decimal = new Decimal(0);
  /** Whether freight, which is always stated without tax, is taxed like the goods. */
  @Property({ type: 'boolean' })
  isFreightTaxed: boolean = true;
  /** Whether an order is confirmed as soon as it is submitted, if credit allows. */
  @Property({ type: 'boolean' })
  confirmsAtOnce: boolean = false;
  /** So many days before the promised day the customer may still change or cancel by itself. */
  @Property({ type: 'integer' })
  cutoffDays: number = 1;
  @Property({ type: 'boolean' })
  allowsPartial: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
