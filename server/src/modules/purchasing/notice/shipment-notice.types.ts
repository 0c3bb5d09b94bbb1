import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { HandlingUnitType } from './handling-unit.types.ts';
import { NoticeChangeType } from './notice-change.types.ts';
import { NoticeLineType } from './notice-line.types.ts';
import { NoticeState } from './shipment-notice.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('ShipmentNotice', {
  implements: Node,
  description: 'What a supplier says is coming, before it arrives (ASN).',
})
export class ShipmentNoticeType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => NoticeState)
  state!: NoticeState;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => DateScalar, { nullable: true })
  shippedOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  firstExpectedOn!: string | null;
  @Field(() => DateScalar)
  expectedOn!: string;
  @Field(() => String)
  carrier!: string;
  @Field(() => String)
  tracking!: string;
  @Field(() => String)
  note!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  submittedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  arrivedAt!: string | null;
  @Field(() => Boolean, { description: 'It should have arrived, and nothing was heard of it.' })
  isOverdue!: boolean;
  @Field(() => [NoticeLineType])
  lines!: NoticeLineType[];
  @Field(() => [HandlingUnitType])
  handlingUnits!: HandlingUnitType[];
  @Field(() => [NoticeChangeType])
  changes!: NoticeChangeType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const ShipmentNoticeConnection = connectionOf(ShipmentNoticeType, 'ShipmentNotice', SUPPLY_SIDE);
