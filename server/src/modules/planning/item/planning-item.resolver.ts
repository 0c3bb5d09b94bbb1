import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
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
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { PlanningItemPayload, PlanningItemSaveInput } from './planning-item.inputs.ts';
import { planningItemList } from './planning-item.reads.ts';
import { planningItemShape } from './planning-item.shape.ts';
import { PlanningItemConnection, PlanningItemType } from './planning-item.types.ts';
import { planningItems } from './planning-items.service.ts';

export enum PlanningItemSort {
  LEVEL = 'LEVEL',
  ITEM = 'ITEM',
}
registerEnumType(PlanningItemSort, { name: 'PlanningItemSort', description: 'LEVEL: end items first.' });

@ArgsType()
class PlanningItemsArgs extends PageArgs {
  @Field(() => PlanningItemSort, { defaultValue: PlanningItemSort.LEVEL })
  sort!: PlanningItemSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isMasterScheduled?: boolean | null;
}

@Resolver(() => PlanningItemType)
export class PlanningItemResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => PlanningItemConnection)
  async planningItems(
    @Args(() => PlanningItemsArgs) args: PlanningItemsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return planningItemList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        search: args.search?.trim() || null,
        itemId: wantedKey(itemShape, args.itemId),
        siteId: wantedKey(siteShape, args.siteId),
        isMasterScheduled: args.isMasterScheduled,
      },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => PlanningItemType, { nullable: true })
  async planningItem(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(planningItemShape, id);
    return key && readOne(await context.work(), info, planningItemShape, key);
  }

  @For(STAFF)
  @Allow('planning.item.save')
  @Mutation(() => PlanningItemPayload)
  planningItemSave(
    @Arg('input', () => PlanningItemSaveInput) input: PlanningItemSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningItemPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        planningItem: await planningItems.save(work, {
          ...input,
          itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
          siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
          sources: input.sources?.map((source, place) => ({
            ...source,
            supplierId: localId(organisationShape, source.supplierId, [
              'input',
              'sources',
              String(place),
              'supplierId',
            ]),
          })),
        }),
      }),
      show: { planningItem: planningItemShape },
    });
  }
}
