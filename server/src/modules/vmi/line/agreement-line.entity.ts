import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { LimitsOutOfOrder } from '../vmi.errors.ts';

export type LimitsMode = 'STATIC' | 'DAYS_OF_SUPPLY';

/** The limits of a line: amounts in the stock unit, or days of average usage. */
export interface Limits {
  readonly mode: LimitsMode;
  readonly minimum: Decimal | null;
  readonly reorderPoint: Decimal | null;
  readonly maximum: Decimal | null;
}

// Each column gets options of its own: the ORM writes the column's name into them.
const amount = () => ({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true }) as const;

/** One item at one of our sites that a supplier keeps for an owner, with its limits. */
@Entity({ tableName: 'vmi_agreement_line' })
export class AgreementLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  agreementId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'uuid' })
  ownerId!: string;
  @Property({ type: 'text' })
  limitsMode: LimitsMode = 'STATIC';
  @Property(amount())
  minimum: Decimal | null = null;
  @Property(amount())
  reorderPoint: Decimal | null = null;
  @Property(amount())
  maximum: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  quotaShare: Decimal = new Decimal(1);
  /** Counts changes of the limits. */
  @Property({ type: 'integer' })
  limitsRevision: number = 1;
  @Property({ type: 'date', nullable: true })
  snoozedUntil: string | null = null;
  @Property({ type: 'text' })
  snoozeReason: string = '';
  @Property({ type: 'boolean' })
  isLive: boolean = false;
  @Property({ type: 'boolean' })
  isShown: boolean = false;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  get limits(): Limits {
    return {
      mode: this.limitsMode,
      minimum: this.minimum,
      reorderPoint: this.reorderPoint,
      maximum: this.maximum,
    };
  }

  /** @throws LimitsOutOfOrder unless 0 <= minimum <= reorder point <= maximum. */
  setLimits({ mode, minimum, reorderPoint, maximum }: Limits): void {
    const steps = [new Decimal(0), minimum, reorderPoint, maximum].filter((step) => step !== null);
    if (steps.some((step, index) => index > 0 && step.lt(steps[index - 1] ?? 0)))
      throw new LimitsOutOfOrder({}, ['input', 'limits']);
    Object.assign(this, { limitsMode: mode, minimum, reorderPoint, maximum });
  }
}
