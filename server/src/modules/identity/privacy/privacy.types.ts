import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';

@InputType()
export class PersonPrivacyInput {
  @Field(() => ID)
  personId!: string;
}

@For(STAFF)
@ObjectType()
export class PersonExportPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Everything that is kept of the person, as JSON.' })
  personalData!: string | null;
}

@For(STAFF)
@ObjectType()
export class PersonErasePayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  isErased!: boolean | null;
}
