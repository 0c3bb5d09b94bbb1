import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { RequestType } from './request.types.ts';

export const RequestAnswerEnum = { COMMIT: 'COMMIT', DECLINE: 'DECLINE' } as const;
registerEnumType(RequestAnswerEnum, { name: 'SupplierRequestAnswerKind' });

@InputType({ description: 'Asks the supplier to do what a message of the plan wants.' })
export class SupplierRequestMakeInput {
  @Field(() => ID)
  messageId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DateScalar, { nullable: true, description: 'Else the day the message wants.' })
  wantedOn?: string | null;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class SupplierRequestAnswerInput {
  @Field(() => ID)
  requestId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => RequestAnswerEnum)
  answer!: keyof typeof RequestAnswerEnum;
  @Field(() => DateScalar, { nullable: true, description: 'The day that is promised; else the one that is wanted.' })
  committedOn?: string | null;
  @Field(() => String, { defaultValue: '', description: 'Needed to decline.' })
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class SupplierRequestWithdrawInput {
  @Field(() => ID)
  requestId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(SUPPLY_SIDE)
@ObjectType()
export class SupplierRequestPayload extends Payload {
  @Field(() => RequestType, { nullable: true })
  request!: RequestType | null;
}
