import { Field, ObjectType } from 'type-graphql';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';

@For(EVERYBODY)
@ObjectType('Person', { implements: Node, description: 'Somebody who signs in or is written to.' })
export class PersonType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  email!: string;
  @Field(() => String, { description: 'The language he reads: `en` or `zh-CN`.' })
  locale!: string;
  @For(SIGNED_IN)
  @Field(() => String, { nullable: true, description: 'IANA time zone; that of his organisation when null.' })
  timeZone!: string | null;
  @For(SIGNED_IN)
  @Field(() => Boolean)
  isActive!: boolean;
}

@For(SIGNED_IN)
@ObjectType()
export class PersonChangeLocalePayload extends Payload {
  @Field(() => PersonType, { nullable: true })
  person!: PersonType | null;
}
