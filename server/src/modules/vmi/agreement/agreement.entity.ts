import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { NotAllowedNow } from '../vmi.errors.ts';
import {
  agreementTransitions,
  LIVE_STATES,
  type AgreementAct,
  type AgreementState,
  type Side,
} from './agreement.state.ts';

/** The terms on which a supplier keeps our stock at one site: its head. The terms themselves are its versions. */
@Entity({ tableName: 'vmi_agreement' })
export class Agreement {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  /** Whose property the stock is. */
  @Property({ type: 'uuid' })
  ownerId!: string;
  @Property({ type: 'text' })
  state: AgreementState = 'DRAFT';
  @Property({ type: 'text' })
  draftedBy!: Side;
  /** It was proposed once: the other side has seen it. */
  @Property({ type: 'boolean' })
  isShown: boolean = false;
  @Property({ type: 'integer', nullable: true })
  currentVersionNo: number | null = null;
  @Property({ type: 'date' })
  validFrom!: string;
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  standingOrderId: string | null = null;
  @Property({ type: 'text' })
  endedReason: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  get isLive(): boolean {
    return LIVE_STATES.includes(this.state);
  }

  /** Moves to where the act leads. @throws NotAllowedNow when the transition table does not name it. */
  go(act: AgreementAct): void {
    const next = agreementTransitions[this.state][act];
    if (!next) throw new NotAllowedNow({ state: this.state });
    this.state = next;
  }
}
