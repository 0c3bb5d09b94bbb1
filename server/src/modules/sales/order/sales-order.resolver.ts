import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { SalesOrderLinesArgs, SalesOrdersArgs } from './sales-order.args.ts';
import { openSalesLineList, salesOrderList } from './sales-order.reads.ts';
import { salesOrderLineShape } from './sales-order-line.shape.ts';
import { SalesOrderLineConnection, SalesOrderLineType } from './sales-order-line.types.ts';
import { salesOrderShape } from './sales-order.shape.ts';
import { SalesOrderConnection, SalesOrderType } from './sales-order.types.ts';

@Resolver(() => SalesOrderType)
export class SalesOrderResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => SalesOrderConnection)
  async salesOrders(
    @Args(() => SalesOrdersArgs) args: SalesOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, customerId, siteId, itemId, ...filter } = args;
    return salesOrderList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        customer: wantedKey(organisationShape, customerId),
        site: wantedKey(siteShape, siteId),
        item: wantedKey(itemShape, itemId),
      },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => SalesOrderType, { nullable: true })
  async salesOrder(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(salesOrderShape, id);
    return key && readOne(await context.work(), info, salesOrderShape, key);
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => SalesOrderLineConnection, { description: 'Open lines of placed orders, by the day they are due.' })
  async openSalesOrderLines(
    @Args(() => SalesOrderLinesArgs) args: SalesOrderLinesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, customerId, siteId, itemId, orderId, ...filter } = args;
    return openSalesLineList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        isOpen: true,
        customer: wantedKey(organisationShape, customerId),
        site: wantedKey(siteShape, siteId),
        item: wantedKey(itemShape, itemId),
        order: wantedKey(salesOrderShape, orderId),
      },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => SalesOrderLineType, { nullable: true })
  async salesOrderLine(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(salesOrderLineShape, id);
    return key && readOne(await context.work(), info, salesOrderLineShape, key);
  }
}
