import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { WORK_ORDER_STATES, type WorkOrderState } from './work-order.state.ts';

export const WorkOrderStateEnum = Object.fromEntries(WORK_ORDER_STATES.map((name) => [name, name])) as {
  readonly [N in WorkOrderState]: N;
};
registerEnumType(WorkOrderStateEnum, { name: 'WorkOrderState' });
export const WorkOrderReportKindEnum = { ISSUE: 'ISSUE', RECEIPT: 'RECEIPT', SCRAP: 'SCRAP' } as const;
registerEnumType(WorkOrderReportKindEnum, { name: 'WorkOrderReportKind' });

@For(STAFF)
@ObjectType('WorkOrderComponent', { implements: Node, description: 'What a work order needs of one part.' })
export class WorkOrderComponentType extends Node {
  @Field(() => Int)
  position!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => QuantityType)
  requiredQuantity!: QuantityType;
  @Field(() => QuantityType)
  issuedQuantity!: QuantityType;
  @Field(() => QuantityType)
  openQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Free and ours at the site of the order.' })
  available!: QuantityType;
}

@For(STAFF)
@ObjectType('WorkOrderReport', { implements: Node, description: 'What was issued, received or scrapped.' })
export class WorkOrderReportType extends Node {
  @Field(() => WorkOrderReportKindEnum)
  kind!: keyof typeof WorkOrderReportKindEnum;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  reportedAt!: string;
  @Field(() => String, { nullable: true })
  reportedByName!: string | null;
}

@For(STAFF)
@ObjectType('WorkOrder', { implements: Node, description: 'An order to our own production.' })
export class WorkOrderType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => WorkOrderStateEnum)
  state!: WorkOrderState;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => QuantityType)
  scrappedQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Still to come; nothing once it has ended.' })
  openQuantity!: QuantityType;
  @Field(() => DateScalar, { nullable: true })
  startOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
  @Field(() => Boolean)
  isLate!: boolean;
  @Field(() => String)
  scrapReason!: string;
  @Field(() => String)
  note!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  completedAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
  @Field(() => [WorkOrderComponentType])
  components!: WorkOrderComponentType[];
  @Field(() => [WorkOrderReportType])
  reports!: WorkOrderReportType[];
}

export const WorkOrderConnection = connectionOf(WorkOrderType, 'WorkOrder', STAFF);
