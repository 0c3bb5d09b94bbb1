import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { purchaseOrderShape } from '../order/purchase-order.shape.ts';
import { NoticeState } from './shipment-notice.enums.types.ts';
import { shipmentNoticeList } from './shipment-notice.reads.ts';
import { shipmentNoticeShape } from './shipment-notice.shape.ts';
import { ShipmentNoticeConnection, ShipmentNoticeType } from './shipment-notice.types.ts';

export enum ShipmentNoticeSort {
  EXPECTED = 'EXPECTED',
  NEWEST = 'NEWEST',
  NUMBER = 'NUMBER',
}
registerEnumType(ShipmentNoticeSort, { name: 'ShipmentNoticeSort' });

@ArgsType()
class ShipmentNoticesArgs extends PageArgs {
  @Field(() => ShipmentNoticeSort, { defaultValue: ShipmentNoticeSort.EXPECTED })
  sort!: ShipmentNoticeSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [NoticeState], { nullable: true })
  state?: NoticeState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;
}

@Resolver(() => ShipmentNoticeType)
export class ShipmentNoticeResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ShipmentNoticeConnection)
  async shipmentNotices(
    @Args(() => ShipmentNoticesArgs) args: ShipmentNoticesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, siteId, orderId, ...filter } = args;
    return shipmentNoticeList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        supplier: wantedKey(organisationShape, supplierId),
        site: wantedKey(siteShape, siteId),
        order: wantedKey(purchaseOrderShape, orderId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ShipmentNoticeType, { nullable: true })
  async shipmentNotice(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(shipmentNoticeShape, id);
    return key && readOne(await context.work(), info, shipmentNoticeShape, key);
  }
}
