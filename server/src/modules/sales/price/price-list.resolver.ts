import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
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
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import {
  PriceListPayload,
  PriceListSaveInput,
  PriceListsArgs,
  PriceSetInput,
  PromotionPayload,
  PromotionSaveInput,
} from './price-list.inputs.ts';
import { priceListList, promotionList } from './price-list.reads.ts';
import { priceListShape, promotionShape } from './price-list.shape.ts';
import { PriceListConnection, PriceListType, PromotionConnection } from './price-list.types.ts';
import { priceLists, type PriceListDraft, type PromotionDraft } from './price-lists.service.ts';

// What is not said stays as it is; null clears it.
const keyOrNull = (shape: Shape, id: string | null | undefined, field: string): string | null | undefined =>
  id ? localId(shape, id, ['input', field]) : id;

@Resolver(() => PriceListType)
export class PriceListResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => PriceListConnection)
  async priceLists(
    @Args(() => PriceListsArgs) { first, after, customerId, search }: PriceListsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return priceListList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'CODE',
      filter: { search, customer: wantedKey(organisationShape, customerId) },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => PriceListType, { nullable: true })
  async priceList(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(priceListShape, id);
    return key && readOne(await context.work(), info, priceListShape, key);
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => PromotionConnection, { description: 'Newest first.' })
  async promotions(
    @Args(() => PriceListsArgs) { first, after, customerId, search }: PriceListsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return promotionList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'NEWEST',
      filter: { search, customer: wantedKey(organisationShape, customerId) },
    });
  }

  @For(STAFF)
  @Allow('sales.price.edit')
  @Mutation(() => PriceListPayload)
  priceListSave(
    @Arg('input', () => PriceListSaveInput) input: PriceListSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PriceListPayload> {
    return act(context, info, {
      work: async (work) => ({
        priceList: await priceLists.saveList(work, {
          ...input,
          id: keyOrNull(priceListShape, input.id, 'id'),
          customerId: keyOrNull(organisationShape, input.customerId, 'customerId'),
        } as PriceListDraft),
      }),
      show: { priceList: priceListShape },
    });
  }

  @For(STAFF)
  @Allow('sales.price.edit')
  @Mutation(() => PriceListPayload)
  priceSet(
    @Arg('input', () => PriceSetInput) input: PriceSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PriceListPayload> {
    return act(context, info, {
      work: async (work) => ({
        priceList: await priceLists.setPrice(work, {
          unit: input.unit,
          fromQuantity: input.fromQuantity,
          unitPrice: input.unitPrice ?? null,
          validFrom: input.validFrom ?? null,
          validTo: input.validTo ?? null,
          priceListId: localId(priceListShape, input.priceListId, ['input', 'priceListId']),
          itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
        }),
      }),
      show: { priceList: priceListShape },
    });
  }

  @For(STAFF)
  @Allow('sales.price.edit')
  @Mutation(() => PromotionPayload)
  promotionSave(
    @Arg('input', () => PromotionSaveInput) input: PromotionSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PromotionPayload> {
    return act(context, info, {
      work: async (work) => ({
        promotion: await priceLists.savePromotion(work, {
          ...input,
          id: keyOrNull(promotionShape, input.id, 'id'),
          itemId: keyOrNull(itemShape, input.itemId, 'itemId'),
          customerId: keyOrNull(organisationShape, input.customerId, 'customerId'),
        } as PromotionDraft),
      }),
      show: { promotion: promotionShape },
    });
  }
}
