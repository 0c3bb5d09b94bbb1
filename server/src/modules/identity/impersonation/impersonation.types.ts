import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';

@InputType()
export class ImpersonationBeginInput {
  @Field(() => ID)
  membershipId!: string;
  @Field(() => String, { description: 'Why; the audit log keeps it. Ten characters at least.' })
  reason!: string;
  @Field(() => Int, { description: 'For how long: at most sixty.' })
  minutes!: number;
}

@InputType()
export class ImpersonationEnterInput {
  @Field(() => String, { description: 'From the link; good for a minute, and once.' })
  ticket!: string;
}

@For(STAFF)
@ObjectType()
export class ImpersonationBeginPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The way into the portal of that person.' })
  url!: string | null;
}
