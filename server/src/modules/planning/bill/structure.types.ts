import { Field, ID, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { QuantityType } from '../../../platform/graphql/common.types.ts';

@For(STAFF)
@ObjectType('StructureRow', {
  description: 'One line of a structure, seen from the item it begins at; lines come in the order of the tree.',
})
export class StructureRowType {
  @Field(() => Int, { description: 'Steps away from where it begins.' })
  level!: number;
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => QuantityType, { description: 'For one of the item one step above.' })
  per!: QuantityType;
  @Field(() => QuantityType, { description: 'For the quantity that was asked about, without scrap.' })
  total!: QuantityType;
  @Field(() => Boolean)
  isPhantom!: boolean;
  @Field(() => Boolean, { description: 'Nothing stands below it (explosion), or above it (where used).' })
  isLast!: boolean;
}

@For(STAFF)
@ObjectType('StructureTotal', { description: 'How much of an item stands anywhere below.' })
export class StructureTotalType {
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  name!: string;
  @Field(() => QuantityType)
  total!: QuantityType;
  @Field(() => Boolean, { description: 'It has no bill: it is bought.' })
  isLeaf!: boolean;
}

@For(STAFF)
@ObjectType('Structure', { description: 'What an item is made of, or where it is used, level by level.' })
export class StructureType {
  @Field(() => [StructureRowType])
  rows!: StructureRowType[];
  @Field(() => [StructureTotalType], { description: 'Summed over all places where an item stands.' })
  totals!: StructureTotalType[];
  @Field(() => Boolean, { description: 'There is more than is shown here.' })
  isCut!: boolean;
}
