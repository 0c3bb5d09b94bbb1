import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('HandlingUnit', { implements: Node, description: 'A pallet or carton with its own SSCC.' })
export class HandlingUnitType extends Node {
  @Field(() => Int)
  position!: number;
  @Field(() => String)
  sscc!: string;
}
