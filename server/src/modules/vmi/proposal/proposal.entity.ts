import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { NotAllowedNow } from '../vmi.errors.ts';
import { proposalTransitions, type ProposalAct, type ProposalState } from './proposal.state.ts';

/** A part of an answer, in the stock unit. */
export interface AnswerPart {
  readonly quantity: string;
  readonly deliverOn: string;
}

/** A computed quantity and day for a line, with the inputs it came from; the supplier answers a version of it. */
@Entity({ tableName: 'vmi_proposal' })
export class Proposal {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  agreementId!: string;
  @Property({ type: 'integer' })
  agreementVersionNo!: number;
  @Property({ type: 'uuid' })
  lineId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'uuid', nullable: true })
  runId: string | null = null;
  @Property({ type: 'text' })
  origin: 'RUN' | 'SUPPLIER' | 'PLAN' = 'RUN';
  /** The day at the site and the limits it was computed for: together with the line, its key. */
  @Property({ type: 'date' })
  bucketOn!: string;
  @Property({ type: 'integer' })
  limitsRevision!: number;
  @Property({ type: 'text' })
  state!: ProposalState;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'date' })
  deliverOn!: string;
  /** The order unit and its ratio to the stock unit, as they were when it was computed. */
  @Property({ type: 'text' })
  orderUnitCode!: string;
  @Property({ type: 'bigint' })
  numerator!: bigint;
  @Property({ type: 'bigint' })
  denominator!: bigint;
  @Property({ type: 'jsonb' })
  inputs!: Record<string, unknown>;
  @Property({ type: 'timestamptz' })
  answerDueAt!: Date;
  @Property({ type: 'jsonb', nullable: true })
  answerParts: AnswerPart[] | null = null;
  @Property({ type: 'text' })
  answerReason: string = '';
  @Property({ type: 'uuid', nullable: true })
  substituteItemId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;
  @Property({ type: 'timestamptz' })
  computedAt!: Date;
  @Property({ type: 'timestamptz', nullable: true })
  openedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;
  /** What an answer names. */
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;

  /** Moves to where the act leads. @throws NotAllowedNow when the transition table does not name it. */
  go(act: ProposalAct, at: Date): void {
    const next = proposalTransitions[this.state][act];
    if (!next) throw new NotAllowedNow({ state: this.state });
    this.state = next;
    if (next === 'OPEN') this.openedAt ??= at;
    if (Object.keys(proposalTransitions[next]).length === 0) this.closedAt = at;
  }
}
