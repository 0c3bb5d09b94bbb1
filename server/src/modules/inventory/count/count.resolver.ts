import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import type { Shape } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape, siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import {
  StockCountCancelInput,
  StockCountOpenInput,
  StockCountPayload,
  StockCountPostInput,
  StockCountRecordInput,
  StockCountsArgs,
} from './count.inputs.ts';
import { countList } from './count.reads.ts';
import { countLineShape, countShape } from './count.shape.ts';
import { StockCountConnection, StockCountType } from './count.types.ts';
import { stockCounts } from './stock-counts.service.ts';

const keys = (shape: Shape, ids: readonly string[] | null | undefined, path: readonly string[]) =>
  ids?.map((id) => localId(shape, id, path)) ?? null;

/** One act on an existing count. */
function onCount(
  context: Context,
  info: GraphQLResolveInfo,
  input: { readonly countId: string },
  work: (work: Work, countId: string) => Promise<void>,
): Promise<StockCountPayload> {
  return act(context, info, {
    input,
    work: async (transaction) => {
      const count = localId(countShape, input.countId, ['input', 'countId']);
      await work(transaction, count);
      return { count };
    },
    show: { count: countShape },
  });
}

@Resolver(() => StockCountType)
export class StockCountResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => StockCountConnection)
  async stockCounts(
    @Args(() => StockCountsArgs) { siteId, state, ...page }: StockCountsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = { siteId: wantedKey(siteShape, siteId), state };
    return countList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST', filter });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => StockCountType, { nullable: true })
  async stockCount(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(countShape, id);
    return key && readOne(await context.work(), info, countShape, key);
  }

  @For(STAFF)
  @Allow('inventory.count.open')
  @Mutation(() => StockCountPayload)
  stockCountOpen(
    @Arg('input', () => StockCountOpenInput) input: StockCountOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockCountPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        count: await stockCounts.open(work, {
          note: input.note,
          siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
          locationIds: keys(locationShape, input.locationIds, ['input', 'locationIds']),
          itemIds: keys(itemShape, input.itemIds, ['input', 'itemIds']),
        }),
      }),
      show: { count: countShape },
    });
  }

  @For(STAFF)
  @Allow('inventory.count.record')
  @Mutation(() => StockCountPayload)
  stockCountRecord(
    @Arg('input', () => StockCountRecordInput) input: StockCountRecordInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockCountPayload> {
    return onCount(context, info, input, async (work, countId) => {
      const path = ['input', 'found'];
      const lines = input.lines.map(({ lineId, counted }) => ({
        lineId: localId(countLineShape, lineId, ['input', 'lines']),
        counted,
      }));
      const found = input.found.map((line) => ({
        ...line,
        itemId: localId(itemShape, line.itemId, path),
        locationId: localId(locationShape, line.locationId, path),
        ownerId: line.ownerId ? localId(organisationShape, line.ownerId, path) : (work.actor.organisationId ?? ''),
      }));
      await stockCounts.record(work, countId, lines, found);
    });
  }

  @For(STAFF)
  @Allow('inventory.count.post')
  @Mutation(() => StockCountPayload, { description: 'Books the differences.' })
  stockCountPost(
    @Arg('input', () => StockCountPostInput) input: StockCountPostInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockCountPayload> {
    return onCount(context, info, input, (work, countId) => stockCounts.post(work, countId, input.expectedVersion));
  }

  @For(STAFF)
  @Allow('inventory.count.cancel')
  @Mutation(() => StockCountPayload)
  stockCountCancel(
    @Arg('input', () => StockCountCancelInput) input: StockCountCancelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockCountPayload> {
    return onCount(context, info, input, (work, countId) => stockCounts.cancel(work, countId, input.expectedVersion));
  }
}
