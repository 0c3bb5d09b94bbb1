import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import type { StatementState } from './statement.state.ts';
import { StatementStateEnum } from './consignment.types.ts';

export enum ConsignedStockSort {
  OLDEST = 'OLDEST',
}
registerEnumType(ConsignedStockSort, { name: 'ConsignedStockSort' });

@ArgsType()
export class ConsignedStockArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of an item number or name.' })
  search?: string | null;
}

@ArgsType()
export class WithdrawalsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isSettled?: boolean | null;
}

@ArgsType()
export class StatementsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => [StatementStateEnum], { nullable: true })
  state?: StatementState[] | null;
}

@InputType()
export class ConsignmentTakeInput {
  @Field(() => ID)
  supplierId!: string;
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  siteId!: string;
  @Field(() => DecimalScalar, { description: 'In the item’s stock unit; more than nothing.' })
  quantity!: Decimal;
  @Field(() => DateScalar)
  occurredOn!: string;
  @MaxLength(500)
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class WithdrawalReverseInput {
  @Field(() => ID)
  withdrawalId!: string;
  @MaxLength(500)
  @Field(() => String)
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class StatementCloseInput {
  @Field(() => ID)
  supplierId!: string;
  @Field(() => DateScalar, { description: 'Everything taken up to this day.' })
  until!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class StatementActInput {
  @Field(() => ID)
  statementId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @MaxLength(1000)
  @Field(() => String, { defaultValue: '', description: 'Why, when it is disputed.' })
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}
