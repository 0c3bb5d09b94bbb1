import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { PromiseAnswerEnum, PromiseNoticeStateEnum } from '../promising.enums.types.ts';
import type { NoticeState, PromiseAnswer } from './promise-notice.state.ts';
import { PromiseNoticeType } from './promise-notice.types.ts';

@ArgsType()
export class PromiseNoticesArgs extends PageArgs {
  @Field(() => [PromiseNoticeStateEnum], { nullable: true })
  state?: NoticeState[] | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
}

@InputType({ description: 'What the customer wants done about a changed promise.' })
export class PromiseAnswerInput {
  @Field(() => ID)
  noticeId!: string;
  @Field(() => Int, { description: 'The version that was read: an answer is to what was seen.' })
  expectedVersion!: number;
  @Field(() => PromiseAnswerEnum)
  answer!: PromiseAnswer;
  @Field(() => ID, { nullable: true, description: 'With SUBSTITUTE: the item taken instead.' })
  substituteItemId?: string | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(DEMAND_SIDE)
@ObjectType('PromiseAnswerPayload')
export class PromiseAnswerPayload extends Payload {
  @Field(() => PromiseNoticeType, { nullable: true })
  notice!: PromiseNoticeType | null;
}
