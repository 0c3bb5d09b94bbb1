import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { stockMoveShape } from '../stock/stock-move.shape.ts';
import {
  StockAdjustInput,
  StockChangeStatusInput,
  StockIssueInput,
  StockMovePayload,
  StockReverseInput,
  StockScrapInput,
  StockTransferInput,
} from './stock-acts.inputs.ts';
import { stockActs } from './stock-acts.service.ts';

interface Named {
  readonly itemId: string;
  readonly locationId: string;
  readonly ownerId?: string | null;
}

/** The input with the keys behind its ids. */
const keysOf = <T extends Named>(input: T): T => ({
  ...input,
  itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
  locationId: localId(locationShape, input.locationId, ['input', 'locationId']),
  ownerId: input.ownerId ? localId(organisationShape, input.ownerId, ['input', 'ownerId']) : null,
});

function post(
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  work: (work: Work) => Promise<string>,
): Promise<StockMovePayload> {
  return act(context, info, {
    input,
    work: async (transaction) => ({ move: await work(transaction) }),
    show: { move: stockMoveShape },
  });
}

@Resolver()
export class StockActsResolver {
  @For(STAFF)
  @Allow('inventory.stock.adjust')
  @Mutation(() => StockMovePayload, { description: 'Corrects the ledger, with a reason.' })
  stockAdjust(
    @Arg('input', () => StockAdjustInput) input: StockAdjustInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) => stockActs.adjust(work, keysOf(input)));
  }

  @For(STAFF)
  @Allow('inventory.stock.transfer')
  @Mutation(() => StockMovePayload)
  stockTransfer(
    @Arg('input', () => StockTransferInput) input: StockTransferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) =>
      stockActs.transfer(work, {
        ...keysOf(input),
        toLocationId: localId(locationShape, input.toLocationId, ['input', 'toLocationId']),
      }),
    );
  }

  @For(STAFF)
  @Allow('inventory.stock.issue')
  @Mutation(() => StockMovePayload, { description: "Gives the company's stock to production or a customer." })
  stockIssue(
    @Arg('input', () => StockIssueInput) input: StockIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) => stockActs.issue(work, keysOf(input)));
  }

  @For(STAFF)
  @Allow('inventory.stock.scrap')
  @Mutation(() => StockMovePayload)
  stockScrap(
    @Arg('input', () => StockScrapInput) input: StockScrapInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) => stockActs.scrap(work, keysOf(input)));
  }

  @For(STAFF)
  @Allow('inventory.stock.change_status')
  @Mutation(() => StockMovePayload)
  stockChangeStatus(
    @Arg('input', () => StockChangeStatusInput) input: StockChangeStatusInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) => stockActs.changeStatus(work, keysOf(input)));
  }

  @For(STAFF)
  @Allow('inventory.stock.reverse')
  @Mutation(() => StockMovePayload, {
    description: 'Undoes a move that no document made, by a counter-entry.',
  })
  stockReverse(
    @Arg('input', () => StockReverseInput) input: StockReverseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StockMovePayload> {
    return post(context, info, input, async (work) =>
      stockActs.reverse(work, localId(stockMoveShape, input.moveId, ['input', 'moveId']), input.note),
    );
  }
}
