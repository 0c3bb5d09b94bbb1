import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import {
  FulfilmentEnum,
  InvoicingEnum,
  PaymentStateEnum,
  ReturnedEnum,
  SalesOrderStateEnum,
} from '../sales.enums.types.ts';

export enum SalesOrderSort {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  TOTAL = 'TOTAL',
}
registerEnumType(SalesOrderSort, { name: 'SalesOrderSort' });

export enum SalesOrderLineSort {
  DUE = 'DUE',
  LATEST = 'LATEST',
}
registerEnumType(SalesOrderLineSort, { name: 'SalesOrderLineSort' });

@ArgsType()
export class SalesOrdersArgs extends PageArgs {
  @Field(() => SalesOrderSort, { defaultValue: SalesOrderSort.NEWEST })
  sort!: SalesOrderSort;
  @Field(() => String, { nullable: true, description: 'Part of a number or of a customer reference.' })
  search?: string | null;
  @Field(() => [SalesOrderStateEnum], { nullable: true })
  state?: (keyof typeof SalesOrderStateEnum)[] | null;
  @Field(() => [FulfilmentEnum], { nullable: true })
  fulfilment?: (keyof typeof FulfilmentEnum)[] | null;
  @Field(() => [InvoicingEnum], { nullable: true })
  invoicing?: (keyof typeof InvoicingEnum)[] | null;
  @Field(() => [PaymentStateEnum], { nullable: true })
  payment?: (keyof typeof PaymentStateEnum)[] | null;
  @Field(() => [ReturnedEnum], { nullable: true })
  returned?: (keyof typeof ReturnedEnum)[] | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Orders with a line of this item.' })
  itemId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isAtRisk?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isBackordered?: boolean | null;
}

@ArgsType()
export class SalesOrderLinesArgs extends PageArgs {
  @Field(() => SalesOrderLineSort, { defaultValue: SalesOrderLineSort.DUE })
  sort!: SalesOrderLineSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => DateScalar, { nullable: true })
  dueBefore?: string | null;
  @Field(() => Boolean, { nullable: true })
  isAtRisk?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isBackordered?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Stock is set aside for it and not packed yet.' })
  isReady?: boolean | null;
}
