import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { WorkCentreType } from './work-centre.types.ts';

@For(STAFF)
@ObjectType('RoutingOperation', { implements: Node, description: 'One step of a routing at a work centre.' })
export class RoutingOperationType extends Node {
  @Field(() => Int)
  operationNo!: number;
  @Field(() => String)
  name!: string;
  @Field(() => WorkCentreType, { nullable: true })
  workCentre!: WorkCentreType | null;
  @Field(() => DecimalScalar, { description: 'Per order.' })
  setupHours!: string;
  @Field(() => DecimalScalar, { description: 'Per stock unit that is made.' })
  runHours!: string;
}

@For(STAFF)
@ObjectType('Routing', { implements: Node, description: 'The operations that make an item, in one revision.' })
export class RoutingType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true, description: 'Null: it holds at every site.' })
  site!: SiteType | null;
  @Field(() => String)
  revision!: string;
  @Field(() => Int)
  alternate!: number;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null;
  @Field(() => DecimalScalar, { description: 'Per order, over all operations.' })
  setupHours!: string;
  @Field(() => DecimalScalar, { description: 'Per stock unit, over all operations.' })
  runHours!: string;
  @Field(() => [RoutingOperationType])
  operations!: RoutingOperationType[];
  @Field(() => Int)
  version!: number;
}
export const RoutingConnection = connectionOf(RoutingType, 'Routing', STAFF);
