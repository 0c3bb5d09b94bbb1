import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { AnswerState, OrderKind, OrderState } from './purchase-order.enums.types.ts';

export enum PurchaseOrderSort {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  NUMBER = 'NUMBER',
  TOTAL = 'TOTAL',
}
registerEnumType(PurchaseOrderSort, { name: 'PurchaseOrderSort' });

export enum ScheduleLineSort {
  DUE = 'DUE',
  NEWEST = 'NEWEST',
}
registerEnumType(ScheduleLineSort, { name: 'ScheduleLineSort' });

@ArgsType()
export class PurchaseOrdersArgs extends PageArgs {
  @Field(() => PurchaseOrderSort, { defaultValue: PurchaseOrderSort.NEWEST })
  sort!: PurchaseOrderSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [OrderState], { nullable: true })
  state?: OrderState[] | null;
  @Field(() => [AnswerState], { nullable: true })
  answerState?: AnswerState[] | null;
  @Field(() => [OrderKind], { nullable: true })
  kind?: OrderKind[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;
}

@ArgsType()
export class OpenScheduleLinesArgs extends PageArgs {
  @Field(() => ScheduleLineSort, { defaultValue: ScheduleLineSort.DUE })
  sort!: ScheduleLineSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Due on that day or before.' })
  dueBefore?: string | null;
  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only what no ship notice announces yet.' })
  isShippable?: boolean | null;
}
