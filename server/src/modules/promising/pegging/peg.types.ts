import { Field, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { WorkOrderType } from '../../planning/work-order/work-order.types.ts';
import { ShipmentNoticeType } from '../../purchasing/notice/shipment-notice.types.ts';
import { ScheduleLineType } from '../../purchasing/order/schedule-line.types.ts';
import { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';
import { PegSourceEnum } from '../promising.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('PromisingPeg', {
  implements: Node,
  description: 'How much of one supply is set against an open order line, in the stock unit.',
})
export class PegType extends Node {
  @Field(() => PegSourceEnum)
  source!: keyof typeof PegSourceEnum;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => DateScalar, { nullable: true, description: 'Null: it is here.' })
  expectedOn!: string | null;
  @Field(() => Boolean, { description: 'Expected after the promised day.' })
  isLate!: boolean;
  @For(STAFF)
  @Field(() => SalesOrderLineType, { nullable: true })
  line!: SalesOrderLineType | null;
  @For(STAFF)
  @Field(() => ShipmentNoticeType, { nullable: true, description: 'What is on its way.' })
  shipmentNotice!: ShipmentNoticeType | null;
  @For(STAFF)
  @Field(() => ScheduleLineType, { nullable: true, description: 'What is ordered from a supplier.' })
  scheduleLine!: ScheduleLineType | null;
  @For(STAFF)
  @Field(() => WorkOrderType, { nullable: true, description: 'What is being made.' })
  workOrder!: WorkOrderType | null;
}
