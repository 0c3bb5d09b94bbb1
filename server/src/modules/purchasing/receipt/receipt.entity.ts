import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { ReceiptState } from './receipt.state.ts';

/** What arrived, was counted and booked, against a notice or without one. */
@Entity({ tableName: 'purchasing_receipt' })
export class Receipt {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'uuid', nullable: true })
  noticeId: string | null = null;
  /** What the paper on the goods said, known to us or not. */
  @Property({ type: 'text' })
  deliveryReference: string = '';
  @Property({ type: 'text' })
  state: ReceiptState = 'COUNTED';
  @Property({ type: 'date' })
  receivedOn!: string;
  @Property({ type: 'timestamptz' })
  receivedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  receivedByPersonId: string | null = null;
  @Property({ type: 'text' })
  note: string = '';
  /** Counts what was done with it, its lines included. */
  @Property({ type: 'integer', default: 1 })
  version: number = 1;
}
