import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Person } from '../../identity/person/person.entity.ts';
import { SalesOrderLine } from '../../sales/order/sales-order-line.entity.ts';
import { SalesOrder } from '../../sales/order/sales-order.entity.ts';
import type { PromiseCause } from '../pegging/cause.calc.ts';
import { NoticeNotOpen } from '../promising.errors.ts';
import type { NoticeState, PromiseAnswer } from './promise-notice.state.ts';

/**
 * What a customer is told when a promise changes, and what the customer chose to do about it. Pegging opens, changes and
 * ends it; only an open one can be answered.
 */
@Entity({ tableName: 'promising_promise_notice' })
export class PromiseNotice {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'customer_id' })
  customerId!: string;
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @ManyToOne(() => SalesOrderLine, { mapToPk: true, fieldName: 'line_id', deleteRule: 'cascade' })
  lineId!: string;
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Site, { mapToPk: true, fieldName: 'site_id' })
  siteId!: string;
  @Property({ type: 'text', default: 'OPEN' })
  state: NoticeState = 'OPEN';
  @Property({ type: 'text' })
  cause!: PromiseCause;
  @Property({ type: 'date', nullable: true })
  promisedOn: string | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  wanted!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  lateBefore!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  late!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  newlyLate!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  unpegged!: Decimal;
  @Property({ type: 'date', nullable: true })
  expectedBefore: string | null = null;
  @Property({ type: 'date', nullable: true })
  expectedOn: string | null = null;
  @Property({ type: 'integer', default: 1 })
  revision: number = 1;
  @Property({ type: 'text', nullable: true })
  answer: PromiseAnswer | null = null;
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'substitute_item_id', nullable: true })
  substituteItemId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;
  @ManyToOne(() => Person, { mapToPk: true, fieldName: 'answered_by_person_id', nullable: true })
  answeredByPersonId: string | null = null;
  /** What follows from the answer has been done. */
  @Property({ type: 'boolean', default: false })
  isCarriedOut: boolean = false;
  @Property({ type: 'timestamptz' })
  openedAt!: Date;
  @Property({ type: 'timestamptz' })
  changedAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;

  /** Keeps what the customer chose. @throws NoticeNotOpen once it was answered or the promise holds again. */
  settle(answer: PromiseAnswer, personId: string | null, at: Date, substituteItemId: string | null = null): void {
    if (this.state !== 'OPEN') throw new NoticeNotOpen();
    Object.assign(this, {
      state: 'ANSWERED',
      answer,
      substituteItemId,
      answeredAt: at,
      endedAt: at,
      answeredByPersonId: personId,
    });
  }
}
