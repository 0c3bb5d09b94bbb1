import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { OpenScheduleLinesArgs, PurchaseOrdersArgs } from './purchase-order.args.ts';
import { openScheduleLineList, purchaseOrderList } from './purchase-order.reads.ts';
import { purchaseOrderShape } from './purchase-order.shape.ts';
import { PurchaseOrderConnection, PurchaseOrderType } from './purchase-order.types.ts';
import { ScheduleLineConnection } from './schedule-line.types.ts';

@Resolver(() => PurchaseOrderType)
export class PurchaseOrderResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => PurchaseOrderConnection)
  async purchaseOrders(
    @Args(() => PurchaseOrdersArgs) args: PurchaseOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, siteId, ...filter } = args;
    return purchaseOrderList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        supplier: wantedKey(organisationShape, supplierId),
        site: wantedKey(siteShape, siteId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => PurchaseOrderType, { nullable: true })
  async purchaseOrder(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(purchaseOrderShape, id);
    return key && readOne(await context.work(), info, purchaseOrderShape, key);
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ScheduleLineConnection, {
    description: 'What is open on issued orders, by the day it is due: what a supplier can ship.',
  })
  async openScheduleLines(
    @Args(() => OpenScheduleLinesArgs) args: OpenScheduleLinesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, siteId, itemId, orderId, ...filter } = args;
    return openScheduleLineList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        isOpen: true,
        supplier: wantedKey(organisationShape, supplierId),
        site: wantedKey(siteShape, siteId),
        item: wantedKey(itemShape, itemId),
        order: wantedKey(purchaseOrderShape, orderId),
      },
    });
  }
}
