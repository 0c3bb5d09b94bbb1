import type { GraphQLResolveInfo } from 'graphql';
import { Arg, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { planned } from '../../../platform/read/selection.ts';
import { extendShape, many } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { itemStockShape } from '../stock/item-stock.shape.ts';
import { ItemStockType } from '../stock/item-stock.types.ts';

extendShape(itemShape, {
  stock: many(
    () => itemStockShape,
    (row, stock, arg) =>
      `${stock}.item_id = ${row}.id and (${arg('siteId', 'text')} is null or 'sit_' || replace(${stock}.site_id::text, '-', '') = ${arg('siteId', 'text')})`,
    (stock) => `${stock}.site_id`,
  ),
});

/** What inventory adds to an item. */
@Resolver(() => ItemType)
export class ItemFields {
  @For(SUPPLY_SIDE)
  @FieldResolver(() => [ItemStockType], { description: 'What there is of it, site by site.' })
  stock(
    @Root() item: ItemType,
    @Arg('siteId', () => ID, { nullable: true }) _siteId: string | null,
    @Info() info: GraphQLResolveInfo,
  ): ItemStockType[] {
    return planned(item, info);
  }
}
