import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import {
  PlannedOrderKindEnum,
  PlannedOrderStateEnum,
  type PlannedOrderKind,
  type PlannedOrderState,
} from '../planning.enums.types.ts';
import { ScenarioType } from '../scenario/scenario.types.ts';

@For(STAFF)
@ObjectType('PlannedOrder', { implements: Node, description: 'What a run wants made or bought.' })
export class PlannedOrderType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ScenarioType, { nullable: true, description: 'Null: it belongs to the plan that holds.' })
  scenario!: ScenarioType | null;
  @Field(() => PlannedOrderKindEnum)
  kind!: PlannedOrderKind;
  @Field(() => PlannedOrderStateEnum)
  state!: PlannedOrderState;
  @Field(() => Boolean, { description: 'A run leaves it alone.' })
  isFirm!: boolean;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => DateScalar, { description: 'The day it must be released.' })
  releaseOn!: string;
  @Field(() => DateScalar, { description: 'The day it is wanted in stock.' })
  dueOn!: string;
  @Field(() => Boolean, { description: 'It should have been released before today.' })
  isPastDue!: boolean;
  @Field(() => String, { nullable: true })
  documentType!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the purchase order or work order it became.' })
  documentNumber!: string | null;
  @Field(() => String)
  note!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const PlannedOrderConnection = connectionOf(PlannedOrderType, 'PlannedOrder', STAFF);
