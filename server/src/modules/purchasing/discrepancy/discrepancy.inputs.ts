import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DiscrepancyResolution } from './discrepancy.enums.types.ts';
import { DiscrepancyType } from './discrepancy.types.ts';

@InputType()
export class DiscrepancyResolveInput {
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DiscrepancyResolution)
  resolution!: DiscrepancyResolution;
  @Field(() => String, { defaultValue: '' })
  note!: string;
}

@For(STAFF)
@ObjectType()
export class DiscrepancyPayload extends Payload {
  @Field(() => DiscrepancyType, { nullable: true })
  discrepancy!: DiscrepancyType | null;
}
