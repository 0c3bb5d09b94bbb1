import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ReturnOutcomeEnum, ReturnResolutionEnum, ReturnStateEnum } from '../sales.enums.types.ts';
import { CustomerReturnType } from './customer-return.types.ts';

@ArgsType()
export class CustomerReturnsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [ReturnStateEnum], { nullable: true })
  state?: (keyof typeof ReturnStateEnum)[] | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
}

@InputType()
export class ReturnedLineInput {
  @Field(() => ID)
  orderLineId!: string;
  @Field(() => DecimalScalar, { description: 'In the ordered unit.' })
  quantity!: Decimal;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class ReturnRequestInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => ReturnResolutionEnum)
  wantedResolution!: keyof typeof ReturnResolutionEnum;
  @Field(() => [ReturnedLineInput])
  lines!: ReturnedLineInput[];
}

@InputType({ description: 'A return as it was read.' })
export class ReturnStepInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  returnId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ReturnAnswerInput extends ReturnStepInput {
  @Field(() => String, { defaultValue: '', description: 'Needed to reject.' })
  answer!: string;
}

@InputType()
export class ReturnSendInput extends ReturnStepInput {
  @Field(() => String, { defaultValue: '' })
  carrier!: string;
  @Field(() => String, { defaultValue: '' })
  tracking!: string;
}

@InputType()
export class ReturnReceivedLineInput {
  @Field(() => ID)
  returnLineId!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In the stock unit; all that was announced when not said.',
  })
  quantity?: Decimal | null;
  @Field(() => String, { nullable: true })
  lot?: string | null;
}

@InputType()
export class ReturnReceiveInput extends ReturnStepInput {
  @Field(() => [ReturnReceivedLineInput], { defaultValue: [] })
  lines!: ReturnReceivedLineInput[];
}

@InputType()
export class ReturnInspectedLineInput {
  @Field(() => ID)
  returnLineId!: string;
  @Field(() => ReturnOutcomeEnum)
  outcome!: keyof typeof ReturnOutcomeEnum;
  @Field(() => String, { nullable: true, description: 'A supplier reads it where the goods go back to him.' })
  note?: string | null;
}

@InputType()
export class ReturnInspectInput extends ReturnStepInput {
  @Field(() => [ReturnInspectedLineInput])
  lines!: ReturnInspectedLineInput[];
}

@InputType()
export class ReturnResolveInput extends ReturnStepInput {
  @Field(() => ReturnResolutionEnum)
  resolution!: keyof typeof ReturnResolutionEnum;
  @Field(() => String, { defaultValue: '' })
  answer!: string;
}

@For(DEMAND_SIDE)
@ObjectType()
export class CustomerReturnPayload extends Payload {
  @Field(() => CustomerReturnType, { nullable: true })
  return!: CustomerReturnType | null;
}
