import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { ShipmentsArgs } from './shipment.inputs.ts';
import { shipmentList } from './shipment.reads.ts';
import { shipmentShape } from './shipment.shape.ts';
import { ShipmentConnection, ShipmentType } from './shipment.types.ts';

@Resolver(() => ShipmentType)
export class ShipmentResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => ShipmentConnection)
  async shipments(
    @Args(() => ShipmentsArgs) args: ShipmentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, customerId, siteId, ...filter } = args;
    return shipmentList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        customer: wantedKey(organisationShape, customerId),
        site: wantedKey(siteShape, siteId),
      },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => ShipmentType, { nullable: true })
  async shipment(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(shipmentShape, id);
    return key && readOne(await context.work(), info, shipmentShape, key);
  }
}
