import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { workOrderList } from './work-order.reads.ts';
import { workOrderShape } from './work-order.shape.ts';
import type { WorkOrderState } from './work-order.state.ts';
import { WorkOrderConnection, WorkOrderStateEnum, WorkOrderType } from './work-order.types.ts';

@ArgsType()
class WorkOrdersArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [WorkOrderStateEnum], { nullable: true })
  state?: WorkOrderState[] | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
}

@Resolver(() => WorkOrderType)
export class WorkOrderResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => WorkOrderConnection, { description: 'What is due last comes first.' })
  async workOrders(
    @Args(() => WorkOrdersArgs) args: WorkOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return workOrderList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'DUE',
      filter: {
        search: args.search?.trim() || null,
        state: args.state?.length ? args.state : null,
        itemId: wantedKey(itemShape, args.itemId),
      },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => WorkOrderType, { nullable: true })
  async workOrder(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(workOrderShape, id);
    return key && readOne(await context.work(), info, workOrderShape, key);
  }
}
