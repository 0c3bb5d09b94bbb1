import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Contact } from '../../interactions/contact/contact.entity.ts';
import type { NewInteraction } from '../../interactions/interaction/interaction-log.service.ts';
import type { Priority, StatusCategory } from '../sla/sla-clock.calc.ts';

/** Something a party needs help with, or that we look after for it, until it is solved. */
@Entity({ tableName: 'service_ticket' })
export class Ticket {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'service_ticket_number_unique' })
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'organisation_id' })
  organisationId!: string;
  @Property({ type: 'text' })
  audience!: 'STAFF' | 'SUPPLIER' | 'CUSTOMER';
  @Property({ type: 'boolean', default: true })
  isShared: boolean = true;
  @ManyToOne(() => Contact, { mapToPk: true, fieldName: 'contact_id', nullable: true })
  contactId: string | null = null;
  @Property({ type: 'text', default: '' })
  openedByName: string = '';
  @Property({ type: 'text' })
  subject!: string;
  @Property({ type: 'text' })
  channel!: NewInteraction['channel'];
  @Property({ type: 'uuid', nullable: true })
  categoryId: string | null = null;
  @Property({ type: 'text', default: 'NORMAL' })
  priority: Priority = 'NORMAL';
  @Property({ type: 'text', default: 'NEW' })
  statusCode: string = 'NEW';
  @Property({ type: 'text', default: 'OPEN' })
  category: StatusCategory = 'OPEN';
  @Property({ type: 'uuid', nullable: true })
  queueId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  assigneePersonId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  policyId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  calendarVersionId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  causeTicketId: string | null = null;
  @Property({ type: 'text', nullable: true })
  causeKey: string | null = null;
  @Property({ type: 'uuid' })
  survivorId: string = this.id;
  @Property({ type: 'uuid', nullable: true })
  mergedIntoId: string | null = null;
  @Property({ type: 'text', nullable: true })
  statusBeforeMerge: string | null = null;
  @Property({ type: 'boolean', default: false })
  isSpam: boolean = false;
  @Property({ type: 'timestamptz', nullable: true })
  responseDueAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  respondedAt: Date | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(12,3)', nullable: true })
  responseMinutes: Decimal | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  responseBreachedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  resolutionDueAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(12,3)', default: '0' })
  holdMinutes: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(12,3)', nullable: true })
  netMinutes: Decimal | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  resolutionBreachedAt: Date | null = null;
  @Property({ type: 'timestamptz', defaultRaw: `'9999-12-31 00:00:00+00'` })
  nextDueAt: Date = new Date('9999-12-31T00:00:00Z');
  @Property({ type: 'timestamptz', nullable: true })
  escalatedAt: Date | null = null;
  @Property({ type: 'integer', default: 0 })
  resolutionNo: number = 0;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  lastMessageAt: Date = new Date();
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
