import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';

@For(STAFF)
@ObjectType('Territory', { implements: Node, description: 'A region of customers that sales answers for.' })
export class TerritoryType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  country!: string | null;
  @Field(() => String)
  area!: string;
  @Field(() => Int)
  customerCount!: number;
}

export const TerritoryConnection = connectionOf(TerritoryType, 'Territory', STAFF);
