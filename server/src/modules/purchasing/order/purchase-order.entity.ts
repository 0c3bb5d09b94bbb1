import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import type { AnswerState, OrderKind, OrderState } from './purchase-order.state.ts';

/** Our order to a supplier: its head. The supplier sees it from the moment it is issued, and answers a version of it. */
@Entity({ tableName: 'purchasing_order' })
export class PurchaseOrder {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  kind: OrderKind = 'STANDARD';
  /** The agreement that raised it, of an upper module. */
  @Property({ type: 'uuid', nullable: true })
  agreementId: string | null = null;
  @Property({ type: 'text' })
  state: OrderState = 'DRAFT';
  @Property({ type: 'text' })
  answerState: AnswerState = 'AWAITING';
  /** What an answer names; a change is a new version. */
  @Property({ type: 'integer' })
  version: number = 1;
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: 'boolean' })
  isConsignment: boolean = false;
  @Property({ type: 'date' })
  orderedOn!: string;
  @Property({ type: 'uuid', nullable: true })
  buyerPersonId: string | null = null;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  subtotal: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  tax: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  freight: Decimal = new Decimal(0);
  /** The number under which another system knows it. */
  @Property({ type: 'text', nullable: true })
  externalNumber: string | null = null;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  issuedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
}
