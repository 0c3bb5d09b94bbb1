import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** Up to which total somebody may order for the customer without a second person; without a person: everybody else. */
@Entity({ tableName: 'sales_buyer_limit' })
export class BuyerLimit {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @Property({ type: 'uuid', nullable: true })
  personId: string | null = null;
  /** In the currency of the customer's terms; null is no limit. */
  @Property({ type: DecimalType, columnType: 'numeric(19,4)', nullable: true })
  orderLimit: Decimal | null = null;
  @Property({ type: 'boolean' })
  canApprove: boolean = false;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
