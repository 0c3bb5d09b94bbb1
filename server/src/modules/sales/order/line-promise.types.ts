import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PromiseCauseEnum, PromiseKindEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('LinePromise', { implements: Node, description: 'A day promised or expected for a line, with its cause.' })
export class LinePromiseType extends Node {
  @Field(() => PromiseKindEnum)
  kind!: keyof typeof PromiseKindEnum;
  @Field(() => Int)
  version!: number;
  @Field(() => DateScalar, { nullable: true })
  previousOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  promisedOn!: string | null;
  @Field(() => PromiseCauseEnum)
  cause!: keyof typeof PromiseCauseEnum;
  @For(STAFF)
  @Field(() => String)
  note!: string;
  @Field(() => DateTimeScalar)
  madeAt!: string;
}
