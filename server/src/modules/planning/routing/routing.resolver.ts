import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { RoutingPayload, RoutingRemoveInput, RoutingSaveInput } from './routing.inputs.ts';
import { routingList } from './routing.reads.ts';
import { routingShape } from './routing.shape.ts';
import { RoutingConnection, RoutingType } from './routing.types.ts';
import { routings } from './routings.service.ts';
import { workCentreShape } from './work-centre.shape.ts';

@ArgsType()
class RoutingsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Some operation is done there.' })
  workCentreId?: string | null;
}

@Resolver(() => RoutingType)
export class RoutingResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => RoutingConnection)
  async routings(
    @Args(() => RoutingsArgs) args: RoutingsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return routingList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'ITEM',
      filter: {
        search: args.search?.trim() || null,
        itemId: wantedKey(itemShape, args.itemId),
        workCentreId: wantedKey(workCentreShape, args.workCentreId),
      },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => RoutingType, { nullable: true })
  async routing(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(routingShape, id);
    return key && readOne(await context.work(), info, routingShape, key);
  }

  @For(STAFF)
  @Allow('planning.routing.save')
  @Mutation(() => RoutingPayload)
  routingSave(
    @Arg('input', () => RoutingSaveInput) input: RoutingSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RoutingPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        routing: await routings.save(work, {
          ...input,
          id: input.id ? localId(routingShape, input.id, ['input', 'id']) : null,
          itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
          siteId: input.siteId ? localId(siteShape, input.siteId, ['input', 'siteId']) : null,
          operations: input.operations.map((operation, index) => ({
            ...operation,
            workCentreId: localId(workCentreShape, operation.workCentreId, pathOf(index)),
          })),
        }),
      }),
      show: { routing: routingShape },
    });
  }

  @For(STAFF)
  @Allow('planning.routing.save')
  @Mutation(() => RoutingPayload)
  routingRemove(
    @Arg('input', () => RoutingRemoveInput) input: RoutingRemoveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RoutingPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await routings.remove(
          work,
          localId(routingShape, input.routingId, ['input', 'routingId']),
          input.expectedVersion,
        );
        return { routing: null };
      },
    });
  }
}

const pathOf = (index: number) => ['input', 'operations', String(index), 'workCentreId'];
