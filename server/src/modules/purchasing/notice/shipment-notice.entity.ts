import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { NoticeState } from './shipment-notice.state.ts';

/** A supplier's word of what is coming, before it arrives (ASN), under his own number. */
@Entity({ tableName: 'purchasing_notice' })
export class ShipmentNotice {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'text' })
  state: NoticeState = 'DRAFT';
  @Property({ type: 'date', nullable: true })
  shippedOn: string | null = null;
  /** What was said when it was submitted. */
  @Property({ type: 'date', nullable: true })
  firstExpectedOn: string | null = null;
  @Property({ type: 'date' })
  expectedOn!: string;
  @Property({ type: 'text' })
  carrier: string = '';
  @Property({ type: 'text' })
  tracking: string = '';
  @Property({ type: 'text' })
  note: string = '';
  /** Counts what was done with it, its lines included. */
  @Property({ type: 'integer', default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  arrivedAt: Date | null = null;
  /** When it was found overdue; told once. */
  @Property({ type: 'timestamptz', nullable: true })
  overdueAt: Date | null = null;
}
