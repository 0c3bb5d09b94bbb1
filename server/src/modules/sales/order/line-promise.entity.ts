import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import type { PromiseCause, PromiseKind } from '../promise.port.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import { SalesOrder } from './sales-order.entity.ts';

/** A day that was promised for a line, or expected, with its cause; only ever added. */
@Unaudited()
@Entity({ tableName: 'sales_line_promise' })
export class LinePromise {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @ManyToOne(() => SalesOrderLine, { mapToPk: true, fieldName: 'line_id' })
  lineId!: string;
  /** CONFIRMED is what we promise, ESTIMATED what we expect. */
  @Property({ type: 'text' })
  kind!: PromiseKind;
  @Property({ type: 'integer' })
  version!: number;
  @Property({ type: 'date', nullable: true })
  previousOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  promisedOn: string | null = null;
  @Property({ type: 'text' })
  cause!: PromiseCause;
  /** For the staff: may name a supplier or a document. */
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'text', nullable: true })
  causeType: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  causeId: string | null = null;
  @Property({ type: 'timestamptz' })
  madeAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  madeByPersonId: string | null = null;
}
