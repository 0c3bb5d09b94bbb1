import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import {
  LeadTimeKindEnum,
  LeadTimeUnitEnum,
  LotRuleEnum,
  type LeadTimeKind,
  type LeadTimeUnit,
  type LotRuleName,
} from '../planning.enums.types.ts';
import { PlanningSourceType } from './planning-source.types.ts';

@For(STAFF)
@ObjectType('PlanningItem', { implements: Node, description: 'How an item is planned at one site.' })
export class PlanningItemType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => LotRuleEnum)
  lotRule!: LotRuleName;
  @Field(() => QuantityType, { nullable: true, description: 'FIXED: the lot. EOQ: the economic quantity.' })
  lotSize!: QuantityType | null;
  @Field(() => Int, { nullable: true, description: 'PERIOD: how many buckets one order covers.' })
  lotPeriods!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Money per order, for the rules that weigh costs.' })
  orderCost!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Money per stock unit held for one bucket.' })
  holdingCost!: string | null;
  @Field(() => QuantityType)
  minimumQuantity!: QuantityType;
  @Field(() => QuantityType, { nullable: true })
  orderMultiple!: QuantityType | null;
  @Field(() => QuantityType, { nullable: true })
  maximumQuantity!: QuantityType | null;
  @Field(() => QuantityType)
  safetyStock!: QuantityType;
  @Field(() => DecimalScalar, { nullable: true, description: 'For a computed safety stock: 0.95 is 95 %.' })
  serviceLevel!: string | null;
  @Field(() => Int, { description: 'Added before the day of need, in the unit of the lead time.' })
  safetyLeadTime!: number;
  @Field(() => Int, { nullable: true, description: "Null where the supplier's or the item's counts." })
  ownLeadTime!: number | null;
  @Field(() => Int, { description: 'The one that counts.' })
  leadTime!: number;
  @Field(() => LeadTimeUnitEnum)
  leadTimeUnit!: LeadTimeUnit;
  @Field(() => LeadTimeKindEnum)
  leadTimeKind!: LeadTimeKind;
  @Field(() => DecimalScalar, { description: 'Lost in making it: 0.05 is 5 %.' })
  scrap!: string;
  @Field(() => Int)
  demandFenceDays!: number;
  @Field(() => Int)
  planningFenceDays!: number;
  @Field(() => Boolean)
  isMasterScheduled!: boolean;
  @Field(() => Int, { description: 'The deepest level at which it stands in any bill.' })
  lowLevelCode!: number;
  @Field(() => [PlanningSourceType], { description: 'Who it is bought from, by quota; none: the preferred supplier.' })
  sources!: PlanningSourceType[];
  @Field(() => Int)
  version!: number;
}

export const PlanningItemConnection = connectionOf(PlanningItemType, 'PlanningItem', STAFF);
