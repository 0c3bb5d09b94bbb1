import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { RunType } from './run.types.ts';

@InputType({ description: 'Over all active agreements, or only some.' })
export class ReplenishmentRunInput {
  @Field(() => ID, { nullable: true })
  agreementId?: string | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType('VmiRunPayload')
export class RunPayload extends Payload {
  @Field(() => RunType, {
    nullable: true,
    description: 'Null when there was nothing to propose and nothing new to say.',
  })
  run!: RunType | null;
  @Field(() => Int, { nullable: true, description: 'Lines it looked at.' })
  lineCount!: number | null;
  @Field(() => Int, { nullable: true })
  proposalCount!: number | null;
  @Field(() => Int, { nullable: true, description: 'Lines it newly had to leave out.' })
  issueCount!: number | null;
}
