import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { SalesOrderLineType } from '../order/sales-order-line.types.ts';
import { SalesOrderType } from '../order/sales-order.types.ts';
import { ShipmentEventKindEnum, ShipmentStateEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('ShipmentLine', { implements: Node, description: 'A quantity of one order line, in the ordered unit.' })
export class ShipmentLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SalesOrderType, { nullable: true })
  order!: SalesOrderType | null;
  @Field(() => SalesOrderLineType, { nullable: true })
  orderLine!: SalesOrderLineType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
}

@For(DEMAND_SIDE)
@ObjectType('ShipmentEvent', { implements: Node, description: 'Something that happened to a shipment.' })
export class ShipmentEventType extends Node {
  @Field(() => ShipmentEventKindEnum)
  kind!: keyof typeof ShipmentEventKindEnum;
  @Field(() => DateTimeScalar)
  happenedAt!: string;
  @Field(() => String)
  place!: string;
  @Field(() => String)
  note!: string;
}

@For(DEMAND_SIDE)
@ObjectType('Shipment', { implements: Node, description: 'What leaves one of our sites for a customer together.' })
export class ShipmentType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => ShipmentStateEnum)
  state!: keyof typeof ShipmentStateEnum;
  @Field(() => Int)
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String)
  shipTo!: string;
  @Field(() => String)
  carrier!: string;
  @Field(() => String)
  tracking!: string;
  @Field(() => DateScalar)
  plannedOn!: string;
  @Field(() => DateScalar, { nullable: true })
  expectedOn!: string | null;
  @Field(() => Int, { description: 'In how many parcels the goods are packed.' })
  parcels!: number;
  @For(STAFF)
  @Field(() => String)
  note!: string;
  @Field(() => String)
  exceptionReason!: string;
  @Field(() => String, { description: 'Who took the goods.' })
  receivedBy!: string;
  @Field(() => String)
  proofNote!: string;
  @Field(() => String, { nullable: true, description: 'A picture or PDF of the proof, at /shipments/<id>/proof.' })
  proofFileName!: string | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  packedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  dispatchedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  deliveredAt!: string | null;
  @Field(() => [ShipmentLineType])
  lines!: ShipmentLineType[];
  @Field(() => [ShipmentEventType])
  events!: ShipmentEventType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const ShipmentConnection = connectionOf(ShipmentType, 'Shipment', DEMAND_SIDE);
extendType(SalesOrderType, { shipments: [() => [ShipmentType]] });
