import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** A place to which a customer has goods brought; an order keeps the text that it was given. */
@Entity({ tableName: 'sales_delivery_address' })
export class DeliveryAddress {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  /** What the customer calls it. */
  @Property({ type: 'text' })
  name!: string;
  /** Several lines, as they stand on a label. */
  @Property({ type: 'text' })
  address!: string;
  /** Where an order goes that names no other place; one for each customer. */
  @Property({ type: 'boolean' })
  isDefault: boolean = false;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
