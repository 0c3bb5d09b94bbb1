import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { LineOriginEnum, LineStageEnum } from '../sales.enums.types.ts';
import { LinePromiseType } from './line-promise.types.ts';
import { PriceExplanationType } from './price-explanation.types.ts';
import { SalesOrderType } from './sales-order.types.ts';

@For(DEMAND_SIDE)
@ObjectType('SalesOrderLine', {
  implements: Node,
  description: 'One item of a sales order. Quantities are in the unit it was ordered in.',
})
export class SalesOrderLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => SalesOrderType, { nullable: true })
  order!: SalesOrderType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String)
  description!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => LineStageEnum, { description: 'How far it has come.' })
  stage!: keyof typeof LineStageEnum;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Neither cancelled nor sent.' })
  openQuantity!: QuantityType;
  @Field(() => QuantityType)
  cancelledQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Set aside in stock and not sent yet.' })
  allocatedQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Of that, in a packed shipment.' })
  pickedQuantity!: QuantityType;
  @Field(() => QuantityType)
  shippedQuantity!: QuantityType;
  @Field(() => QuantityType)
  deliveredQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'In returns that were not rejected.' })
  returnedQuantity!: QuantityType;
  @Field(() => QuantityType)
  invoicedQuantity!: QuantityType;
  @For(STAFF)
  @Field(() => QuantityType, { description: 'What was ordered, in the stock unit.' })
  stockQuantity!: QuantityType;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.1 is 10 %.' })
  discount!: string;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.13 is 13 %.' })
  taxRate!: string;
  @Field(() => MoneyType)
  netAmount!: MoneyType;
  @Field(() => MoneyType)
  taxAmount!: MoneyType;
  @Field(() => MoneyType, { description: 'Net and tax together.' })
  amount!: MoneyType;
  @Field(() => PriceExplanationType)
  whyThisPrice!: PriceExplanationType;
  @Field(() => DateScalar)
  requestedOn!: string;
  @Field(() => DateScalar, { nullable: true })
  firstConfirmedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'What we promise.' })
  confirmedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'What we expect.' })
  estimatedOn!: string | null;
  @Field(() => DateScalar, { description: 'The promised day, or the requested one while nothing is promised.' })
  dueOn!: string;
  @Field(() => Boolean)
  isBackordered!: boolean;
  @Field(() => Boolean, { description: 'Expected after the promised day.' })
  isAtRisk!: boolean;
  @Field(() => Boolean)
  isOverdue!: boolean;
  @Field(() => Boolean, { description: 'Whether the reader may still change or cancel it.' })
  isChangeable!: boolean;
  @Field(() => LineOriginEnum, { nullable: true })
  originKind!: keyof typeof LineOriginEnum | null;
  @Field(() => SalesOrderLineType, { nullable: true })
  originLine!: SalesOrderLineType | null;
  @Field(() => [LinePromiseType])
  promises!: LinePromiseType[];
}

export const SalesOrderLineConnection = connectionOf(SalesOrderLineType, 'SalesOrderLine', DEMAND_SIDE);

extendType(SalesOrderType, { lines: [() => [SalesOrderLineType]] });
