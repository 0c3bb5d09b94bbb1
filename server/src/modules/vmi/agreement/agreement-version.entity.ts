import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { RoundingPolicy } from '../../../kernel/unit.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import type { Bearer, Side, Variant, VersionState } from './agreement.state.ts';

/** The terms of an agreement as one side proposed them. They never change again; the other side accepts or refuses. */
@Entity({ tableName: 'vmi_agreement_version' })
export class AgreementVersion {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  agreementId!: string;
  @Property({ type: 'integer' })
  versionNo!: number;
  @Property({ type: 'text' })
  state: VersionState = 'DRAFT';
  @Property({ type: 'text' })
  variant: Variant = 'REPLENISHMENT_ORDER';
  @Property({ type: 'text' })
  limitsOwner: Side = 'COMPANY';
  @Property({ type: 'text' })
  roundingPolicy: RoundingPolicy = 'UP';
  /** NEAREST: the part of a pack that is dropped. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  roundingTolerance: Decimal = new Decimal('0.5');
  /** An answer this close to the proposal applies by itself: 0.05 is five per cent. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  quantityTolerance: Decimal = new Decimal(0);
  @Property({ type: 'integer' })
  dateToleranceDays: number = 0;
  @Property({ type: 'integer' })
  answerWithinHours: number = 48;
  @Property({ type: 'integer' })
  usageWindowDays: number = 30;
  @Property({ type: 'integer' })
  horizonDays: number = 90;
  @Property({ type: 'integer', nullable: true })
  maxFeedAgeHours: number | null = null;
  @Property({ type: 'boolean' })
  isReviewedFirst: boolean = false;
  @Property({ type: 'boolean' })
  isConsignment: boolean = false;
  @Property({ type: 'integer', nullable: true })
  ageingDays: number | null = null;
  @Property({ type: 'boolean' })
  sharesDemand: boolean = true;
  @Property({ type: 'text' })
  belowMinimumBearer: Bearer = 'SUPPLIER';
  @Property({ type: 'text' })
  aboveMaximumBearer: Bearer = 'SUPPLIER';
  @Property({ type: 'text' })
  liabilityNote: string = '';
  @Property({ type: 'text' })
  proposedBy!: Side;
  @Property({ type: 'uuid', nullable: true })
  proposedByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  proposedAt: Date | null = null;
  @Property({ type: 'uuid', nullable: true })
  decidedByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null = null;
  @Property({ type: 'text' })
  decisionNote: string = '';
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
