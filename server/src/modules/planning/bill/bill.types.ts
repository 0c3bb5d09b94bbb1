import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';

@For(STAFF)
@ObjectType('BillComponent', { implements: Node, description: 'One part of a bill.' })
export class BillComponentType extends Node {
  @Field(() => Int)
  position!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => QuantityType, { description: 'For the base quantity of the bill.' })
  quantity!: QuantityType;
  @Field(() => DecimalScalar, { description: 'The part of it that is lost: 0.05 is 5 %.' })
  scrap!: string;
  @Field(() => Boolean, { description: 'Not stocked: what it is made of takes its place.' })
  isPhantom!: boolean;
  @Field(() => Int, { nullable: true })
  operationNo!: number | null;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Its last day.' })
  validTo!: string | null;
}

@For(STAFF)
@ObjectType('Bill', { implements: Node, description: 'One revision of a bill of materials.' })
export class BillType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true, description: 'Null: it holds at every site.' })
  site!: SiteType | null;
  @Field(() => String)
  revision!: string;
  @Field(() => Int, { description: 'The lowest that is valid on the day is used.' })
  alternate!: number;
  @Field(() => QuantityType, { description: 'The components make this many.' })
  baseQuantity!: QuantityType;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null;
  @Field(() => String)
  note!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => Int)
  componentCount!: number;
  @Field(() => [BillComponentType])
  components!: BillComponentType[];
}

export const BillConnection = connectionOf(BillType, 'Bill', STAFF);
