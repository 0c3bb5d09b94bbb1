import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { NotInThisState } from '../sales.errors.ts';
import { shipmentTransitions, type ShipmentAct, type ShipmentState } from './shipment.state.ts';

/** What leaves one of our sites for a customer together. Stock leaves when it is dispatched. */
@Entity({ tableName: 'sales_shipment' })
export class Shipment {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  customerId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  state: ShipmentState = 'PLANNED';
  @Property({ type: 'text' })
  shipTo: string = '';
  @Property({ type: 'text' })
  carrier: string = '';
  @Property({ type: 'text' })
  tracking: string = '';
  @Property({ type: 'date' })
  plannedOn!: string;
  @Property({ type: 'date', nullable: true })
  expectedOn: string | null = null;
  /** In how many parcels the goods are packed: each has a label. */
  @Property({ type: 'integer', default: 1 })
  parcels: number = 1;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'text' })
  exceptionReason: string = '';
  /** Proof of delivery: who took it, and the paper that says so. */
  @Property({ type: 'text' })
  receivedBy: string = '';
  @Property({ type: 'text' })
  proofNote: string = '';
  @Property({ type: 'uuid', nullable: true })
  proofFileId: string | null = null;
  @Property({ type: 'text' })
  proofFileName: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'text', nullable: true })
  externalNumber: string | null = null;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  packedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  dispatchedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  deliveredAt: Date | null = null;

  /** Moves to where the act leads. @throws NotInThisState when the transition table does not name it. */
  go(act: ShipmentAct): void {
    const next = shipmentTransitions[this.state][act];
    if (!next) throw new NotInThisState({ number: this.number, state: this.state });
    this.state = next;
  }
}
