import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { SupplierItemType } from '../../catalog/supplier-item/supplier-item.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { AgreementType } from '../agreement/agreement.types.ts';
import type { Side } from '../agreement/agreement.state.ts';
import { ColourEnum, LimitsModeEnum, SideEnum } from '../vmi.enums.types.ts';
import type { LimitsMode } from './agreement-line.entity.ts';
import type { Colour } from './colour.calc.ts';
import { LimitChangeType } from './limit-change.types.ts';
import { PlannedWeekType, ProjectedBucketType, SupplyType } from './projection.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiLimits', { description: 'Between which amounts the supplier keeps the stock.' })
export class LimitsType {
  @Field(() => LimitsModeEnum)
  mode!: LimitsMode;
  @Field(() => SideEnum, {
    nullable: true,
    description: 'Who may change them; null before terms are in force.',
  })
  owner!: Side | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'As agreed: an amount, or days of usage.' })
  agreedMinimum!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  agreedReorderPoint!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  agreedMaximum!: string | null;
  @Field(() => QuantityType, { nullable: true, description: 'As an amount, whatever the mode.' })
  minimum!: QuantityType | null;
  @Field(() => QuantityType, { nullable: true })
  reorderPoint!: QuantityType | null;
  @Field(() => QuantityType, { nullable: true })
  maximum!: QuantityType | null;
  @Field(() => Int)
  revision!: number;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiLine', {
  implements: Node,
  description:
    'One item at one of our sites that a supplier keeps, with its limits and how it stands. Every figure is true as of `asOf`.',
})
export class VmiLineType extends Node {
  @Field(() => AgreementType, { nullable: true })
  agreement!: AgreementType | null;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SupplierItemType, { nullable: true })
  supplierItem!: SupplierItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => Boolean, { description: 'Its agreement is active or suspended.' })
  isLive!: boolean;
  @Field(() => LimitsType)
  limits!: LimitsType;
  @Field(() => DecimalScalar, {
    description: "This supplier's part where several supply the item to the site.",
  })
  quotaShare!: string;
  @Field(() => QuantityType, { description: 'Usable at the site.' })
  onHand!: QuantityType;
  @Field(() => QuantityType, { description: 'The part of what is on hand that is promised away.' })
  reserved!: QuantityType;
  @Field(() => QuantityType, { description: 'Arrived and not usable yet.' })
  inReceiving!: QuantityType;
  @Field(() => QuantityType)
  inTransit!: QuantityType;
  @Field(() => QuantityType, { description: 'Ordered and not announced yet.' })
  openOrder!: QuantityType;
  @Field(() => QuantityType, { description: 'Proposed and not answered yet.' })
  awaitingAnswer!: QuantityType;
  @Field(() => QuantityType, {
    nullable: true,
    description: 'What counts of other suppliers of the item; null when that is not shared.',
  })
  otherSupply!: QuantityType | null;
  @Field(() => QuantityType, {
    description:
      'On hand less reserved, plus in transit, what is awaiting an answer and what is ordered to arrive within the lead time.',
  })
  position!: QuantityType;
  @Field(() => QuantityType, {
    nullable: true,
    description: 'Per day; null when demand is not shared or unknown.',
  })
  averageUsage!: QuantityType | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Until what is on hand is used up; null without demand, negative when already short.',
  })
  daysOfSupply!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When projected stock falls below zero.' })
  stockoutOn!: string | null;
  @Field(() => ColourEnum)
  colour!: Colour;
  @Field(() => DateTimeScalar, { nullable: true })
  asOf!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Replenishment leaves it alone until this day.' })
  snoozedUntil!: string | null;
  @Field(() => String)
  snoozeReason!: string;
  @Field(() => [ProjectedBucketType], {
    description: 'Demand, receipts and stock per bucket; the same figures for both sides.',
  })
  projectedStock!: ProjectedBucketType[];
  @Field(() => [SupplyType], { description: 'What is coming, by day.' })
  supplies!: SupplyType[];
  @Field(() => [PlannedWeekType], {
    nullable: true,
    description: 'What the plan needs, week by week from this one on; null when demand is not shared.',
  })
  plannedDemand!: PlannedWeekType[] | null;
  @Field(() => [LimitChangeType], { description: 'Newest first.' })
  limitHistory!: LimitChangeType[];
  @Field(() => Int)
  version!: number;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const VmiLineConnection = connectionOf(VmiLineType, 'VmiLine', SUPPLY_SIDE);
