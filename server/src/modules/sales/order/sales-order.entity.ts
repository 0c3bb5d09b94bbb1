import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { NotInThisState } from '../sales.errors.ts';
import type { TaxRounding } from '../price/tax.calc.ts';
import { Territory } from '../terms/territory.entity.ts';
import { orderTransitions, type SalesOrderAct } from './sales-order.state.ts';
import type {
  FulfilmentState,
  HoldKind,
  InvoicingState,
  PaymentState,
  ReturnedState,
  SalesChannel,
  SalesOrderOrigin,
  SalesOrderState,
} from './sales-order.state.ts';

// What the warehouse and the system do shows in the lines; it does not make a page outdated.
const QUIET: ReadonlySet<SalesOrderAct> = new Set(['allocate', 'ship', 'invoice']);

/** What a customer orders from us: its head. People set its state; its other axes the database derives from its lines. */
@Entity({ tableName: 'sales_order' })
export class SalesOrder {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  customerId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  origin: SalesOrderOrigin = 'STAFF';
  /** Whether the customer ordered by itself over the network, or through people of sales. */
  @Property({ type: 'text' })
  channel: SalesChannel = 'SALES';
  @Property({ type: 'text' })
  state: SalesOrderState = 'DRAFT';
  /** Why it is on hold: CREDIT is released by finance, MANUAL by sales. */
  @Property({ type: 'text', nullable: true })
  holdKind: HoldKind | null = null;
  @Property({ type: 'text' })
  holdReason: string = '';
  @Property({ type: 'text' })
  fulfilmentState: FulfilmentState = 'NONE';
  @Property({ type: 'text' })
  invoicingState: InvoicingState = 'NONE';
  @Property({ type: 'text' })
  paymentState: PaymentState = 'NONE';
  @Property({ type: 'text' })
  returnState: ReturnedState = 'NONE';
  /** Counts what people did to it; an edit names the one it saw. */
  @Property({ type: 'integer' })
  version: number = 1;
  /** The customer's own order number. */
  @Property({ type: 'text' })
  customerReference: string = '';
  @Property({ type: 'character', length: 3 })
  currency!: string;
  /** One unit of `currency` in the company's currency, frozen when the order is submitted. */
  @Property({ type: DecimalType, columnType: 'numeric(18,9)' })
  exchangeRate: Decimal = new Decimal(1);
  @Property({ type: 'boolean' })
  isTaxInclusive: boolean = false;
  @Property({ type: 'text' })
  taxRounding: TaxRounding = 'LINE';
  @Property({ type: 'integer' })
  paymentDays: number = 30;
  @Property({ type: 'integer' })
  cutoffDays: number = 1;
  @Property({ type: 'boolean' })
  allowsPartial: boolean = true;
  @Property({ type: 'date' })
  orderedOn!: string;
  /** The day the lines are wanted when they name no other. */
  @Property({ type: 'date' })
  requestedOn!: string;
  @Property({ type: 'text' })
  shipTo: string = '';
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  subtotal: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  tax: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  freight: Decimal = new Decimal(0);
  /** Frozen from the terms; nothing where freight is not taxed. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  freightTaxRate: Decimal = new Decimal(0);
  /** A part of `tax`. */
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  freightTax: Decimal = new Decimal(0);
  @ManyToOne(() => Territory, { mapToPk: true, fieldName: 'territory_id', nullable: true })
  territoryId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  salesPersonId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  placedByPersonId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  approvedByPersonId: string | null = null;
  /** Whether the customer sees it: not while it is our own draft. */
  @Property({ type: 'boolean' })
  isShared: boolean = false;
  /** What it came from in an upper module, such as an accepted quote: once. */
  @Property({ type: 'text', nullable: true })
  sourceType: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  sourceId: string | null = null;
  /** The number under which another system knows it. */
  @Property({ type: 'text', nullable: true })
  externalNumber: string | null = null;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
  @Property({ type: 'text' })
  closeReason: string = '';

  /** What it comes to, tax and freight included. */
  get totalAmount(): Decimal {
    return this.subtotal.plus(this.tax).plus(this.freight);
  }

  /** Moves to where the act leads. @throws NotInThisState when the transition table does not name it. */
  go(act: SalesOrderAct): void {
    const next = orderTransitions[this.state][act];
    if (!next) throw new NotInThisState({ number: this.number, state: this.state });
    this.state = next;
    if (!QUIET.has(act)) this.version += 1;
  }
}
