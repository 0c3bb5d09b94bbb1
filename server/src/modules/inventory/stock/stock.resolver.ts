import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { wantedKey } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape, siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { ItemStockConnection, ItemStockType } from './item-stock.types.ts';
import { StockBalanceConnection } from './stock-balance.types.ts';
import { ItemStockArgs, StockBalancesArgs, StockMovesArgs } from './stock-filter.inputs.ts';
import { StockMoveConnection } from './stock-move.types.ts';
import { itemStockList, stockBalanceList, stockMoveList } from './stock.reads.ts';

@Resolver(() => ItemStockType)
export class StockResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ItemStockConnection, { description: 'Stock per item and site.' })
  async stock(
    @Args(() => ItemStockArgs) { sort, itemId, siteId, ownerId, ...rest }: ItemStockArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { search, belowReorderPoint } = rest;
    return itemStockList.read(await context.work(), info, {
      ...checkPage(rest),
      sort,
      filter: {
        itemId: wantedKey(itemShape, itemId),
        siteId: wantedKey(siteShape, siteId),
        ownerId: wantedKey(organisationShape, ownerId),
        search,
        belowReorderPoint,
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => StockBalanceConnection, { description: 'Stock per location, owner, status and lot.' })
  async stockBalances(
    @Args(() => StockBalancesArgs) { sort, itemId, siteId, ownerId, locationId, ...rest }: StockBalancesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { search, status, lot } = rest;
    return stockBalanceList.read(await context.work(), info, {
      ...checkPage(rest),
      sort,
      filter: {
        itemId: wantedKey(itemShape, itemId),
        siteId: wantedKey(siteShape, siteId),
        ownerId: wantedKey(organisationShape, ownerId),
        locationId: wantedKey(locationShape, locationId),
        search,
        status,
        lot,
      },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => StockMoveConnection, { description: 'The ledger, newest entry first.' })
  async stockMoves(
    @Args(() => StockMovesArgs) { itemId, siteId, ...rest }: StockMovesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { documentType, reason, lot, from, to } = rest;
    return stockMoveList.read(await context.work(), info, {
      ...checkPage(rest),
      sort: 'NEWEST',
      filter: {
        itemId: wantedKey(itemShape, itemId),
        siteId: wantedKey(siteShape, siteId),
        documentType,
        reason,
        lot,
        from,
        to,
      },
    });
  }
}
