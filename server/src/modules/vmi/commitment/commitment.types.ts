import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PurchaseOrderType } from '../../purchasing/order/purchase-order.types.ts';
import { ScheduleLineType } from '../../purchasing/order/schedule-line.types.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import type { Side } from '../agreement/agreement.state.ts';
import { VmiLineType } from '../line/vmi-line.types.ts';
import { ProposalType } from '../proposal/proposal.types.ts';
import { CommitmentStateEnum, SideEnum } from '../vmi.enums.types.ts';
import type { CommitmentState } from './commitment.state.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiCancelRequest', {
  description: 'One side asks to take a commitment back; the other decides.',
})
export class CancelRequestType {
  @Field(() => SideEnum)
  requestedBy!: Side;
  @Field(() => DateTimeScalar)
  requestedAt!: string;
  @Field(() => String)
  reason!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiCommitment', {
  implements: Node,
  description: 'What the supplier has promised to ship on one day.',
})
export class CommitmentType extends Node {
  @Field(() => CommitmentStateEnum)
  state!: CommitmentState;
  @Field(() => ProposalType, { nullable: true })
  proposal!: ProposalType | null;
  @Field(() => VmiLineType, { nullable: true })
  line!: VmiLineType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => DateScalar)
  deliverOn!: string;
  @Field(() => QuantityType)
  shippedQuantity!: QuantityType;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => PurchaseOrderType, { nullable: true })
  order!: PurchaseOrderType | null;
  @Field(() => ScheduleLineType, { nullable: true, description: 'What a ship notice names.' })
  scheduleLine!: ScheduleLineType | null;
  @Field(() => CancelRequestType, { nullable: true })
  cancelRequest!: CancelRequestType | null;
  @Field(() => DateTimeScalar)
  committedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

extendType(ProposalType, { commitments: [() => [CommitmentType]] });

export const CommitmentConnection = connectionOf(CommitmentType, 'VmiCommitment', SUPPLY_SIDE);
