import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { SalesOrderLineType } from '../order/sales-order-line.types.ts';
import { SalesOrderType } from '../order/sales-order.types.ts';
import { ReturnOutcomeEnum, ReturnResolutionEnum, ReturnStateEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('CustomerReturnLine', { implements: Node, description: 'One order line of a return, in the ordered unit.' })
export class CustomerReturnLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SalesOrderLineType, { nullable: true })
  orderLine!: SalesOrderLineType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => String)
  reason!: string;
  @Field(() => String)
  lot!: string;
  @For(STAFF)
  @Field(() => ReturnOutcomeEnum, { nullable: true, description: 'What inspection decided.' })
  outcome!: keyof typeof ReturnOutcomeEnum | null;
  @For(STAFF)
  @Field(() => String)
  inspectionNote!: string;
  @For(STAFF)
  @Field(() => Boolean, { description: 'A claim against the supplier was opened.' })
  hasClaim!: boolean;
}

@For(DEMAND_SIDE)
@ObjectType('CustomerReturn', { implements: Node, description: 'What a customer sends back, and how it was settled.' })
export class CustomerReturnType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => ReturnStateEnum)
  state!: keyof typeof ReturnStateEnum;
  @Field(() => Int)
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => ReturnResolutionEnum)
  wantedResolution!: keyof typeof ReturnResolutionEnum;
  @Field(() => ReturnResolutionEnum, { nullable: true })
  resolution!: keyof typeof ReturnResolutionEnum | null;
  @Field(() => String)
  reason!: string;
  @Field(() => String, { description: 'What we said to it.' })
  answer!: string;
  @Field(() => String)
  carrier!: string;
  @Field(() => String)
  tracking!: string;
  @Field(() => SalesOrderType, { nullable: true })
  replacementOrder!: SalesOrderType | null;
  @Field(() => DateTimeScalar)
  requestedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  approvedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  receivedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => [CustomerReturnLineType])
  lines!: CustomerReturnLineType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const CustomerReturnConnection = connectionOf(CustomerReturnType, 'CustomerReturn', DEMAND_SIDE);
extendType(SalesOrderType, { returns: [() => [CustomerReturnType]] });
