import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { DiscrepancyType } from '../discrepancy/discrepancy.types.ts';
import { ShipmentNoticeType } from '../notice/shipment-notice.types.ts';
import { ReceiptLineType } from './receipt-line.types.ts';
import { ReceiptState } from './receipt.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('Receipt', { implements: Node, description: 'What arrived, was counted and booked.' })
export class ReceiptType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => ReceiptState)
  state!: ReceiptState;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => ShipmentNoticeType, { nullable: true })
  notice!: ShipmentNoticeType | null;
  @Field(() => String)
  deliveryReference!: string;
  @Field(() => DateScalar)
  receivedOn!: string;
  @Field(() => DateTimeScalar)
  receivedAt!: string;
  @Field(() => String)
  note!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => [ReceiptLineType])
  lines!: ReceiptLineType[];
  @Field(() => [DiscrepancyType])
  discrepancies!: DiscrepancyType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const ReceiptConnection = connectionOf(ReceiptType, 'Receipt', SUPPLY_SIDE);
