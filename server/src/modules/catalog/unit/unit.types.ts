import { Field, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';

@For(SIGNED_IN)
@ObjectType('Unit', { implements: Node, description: 'What a quantity is counted in.' })
export class UnitType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  nameZh!: string;
}

export const UnitConnection = connectionOf(UnitType, 'Unit', SIGNED_IN);
