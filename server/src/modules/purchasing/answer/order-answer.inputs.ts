import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { AnswerDecision, LineDecision } from './order-answer.enums.types.ts';

export enum ReviewDecision {
  ACCEPT = 'ACCEPT',
  REFUSE = 'REFUSE',
}
registerEnumType(ReviewDecision, { name: 'OrderAnswerReviewDecision' });

@InputType({ description: 'A delivery that is promised, in the order unit.' })
export class PromiseInput {
  @Field(() => DateScalar)
  on!: string;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
}

@InputType({ description: 'The answer to one schedule line; several deliveries are a split.' })
export class OrderAnswerLineInput {
  @Field(() => ID)
  scheduleLineId!: string;
  @Field(() => LineDecision, { defaultValue: LineDecision.CHANGE })
  decision!: LineDecision;
  @Field(() => [PromiseInput], { defaultValue: [] })
  deliveries!: PromiseInput[];
  @Field(() => String, { defaultValue: '' })
  note!: string;
}

@InputType()
export class PurchaseOrderAnswerInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int, { description: 'The version of the order that is answered.' })
  version!: number;
  @Field(() => AnswerDecision)
  decision!: AnswerDecision;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => [OrderAnswerLineInput], {
    defaultValue: [],
    description: 'With ACCEPT_WITH_CHANGES; lines that are not named are accepted as asked for.',
  })
  lines!: OrderAnswerLineInput[];
}

@InputType()
export class OrderAnswerReviewInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  answerId!: string;
  @Field(() => ReviewDecision)
  decision!: ReviewDecision;
  @Field(() => String, { defaultValue: '' })
  note!: string;
}
