import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import type { Side } from '../agreement/agreement.state.ts';
import { NotAllowedNow } from '../vmi.errors.ts';
import { commitmentTransitions, type CommitmentAct, type CommitmentState } from './commitment.state.ts';

/** What the supplier has promised to ship on one day, and how far he is. */
@Entity({ tableName: 'vmi_commitment' })
export class Commitment {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  agreementId!: string;
  @Property({ type: 'uuid' })
  lineId!: string;
  @Property({ type: 'uuid' })
  proposalId!: string;
  @Property({ type: 'integer' })
  partNo!: number;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  /** Another item than the line's. */
  @Property({ type: 'boolean' })
  isSubstitute: boolean = false;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'date' })
  deliverOn!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  shippedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  state: CommitmentState = 'COMMITTED';
  @Property({ type: 'uuid' })
  orderId!: string;
  @Property({ type: 'uuid' })
  scheduleLineId!: string;
  @Property({ type: 'text', nullable: true })
  cancelRequestedBy: Side | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  cancelRequestedAt: Date | null = null;
  @Property({ type: 'text' })
  cancelReason: string = '';
  @Property({ type: 'timestamptz' })
  committedAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;

  /** Moves to where the act leads. @throws NotAllowedNow when the transition table does not name it. */
  go(act: CommitmentAct): void {
    const next = commitmentTransitions[this.state][act];
    if (!next) throw new NotAllowedNow({ state: this.state });
    this.state = next;
  }
}
