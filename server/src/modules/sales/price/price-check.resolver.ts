import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { asRefusal, badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import type { PriceSourceEnum } from '../sales.enums.types.ts';
import { PriceCheckArgs, PriceCheckType } from './price-check.types.ts';
import { priceChecks, type PriceAnswer } from './price-checks.service.ts';

@Resolver(() => PriceCheckType)
export class PriceCheckResolver {
  @For(STAFF)
  @Query(() => PriceCheckType, {
    nullable: true,
    description: 'What an item costs a customer on a day, and why. Null where there is no such price.',
  })
  async priceCheck(
    @Args(() => PriceCheckArgs) { quantity, unit = null, on, ...ids }: PriceCheckArgs,
    @Ctx() context: Context,
  ): Promise<PriceCheckType | null> {
    if (quantity.lte(0)) throw badInput('quantity must be above 0', ['quantity']);
    const customerId = localIdOrNull(organisationShape, ids.customerId);
    const itemId = localIdOrNull(itemShape, ids.itemId);
    if (!customerId || !itemId) return null;
    const work = await context.work();
    const day = on ?? todayIn('UTC', work.clock);
    try {
      const answer = await priceChecks.ask(work, { customerId, itemId, quantity, unit, on: day });
      return (
        answer && { ...shown(answer, work.actor.locale), quantity: { value: quantity.toString(), unit: answer.unit } }
      );
    } catch (error) {
      if (asRefusal(error)?.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}

function shown(answer: PriceAnswer, locale: string): Omit<PriceCheckType, 'quantity'> {
  const { unitPrice, discount, amount, currency, isTaxInclusive, explanation: why } = answer;
  const listed = (price: string | undefined) =>
    price ? { amount: price, currency: why.listCurrency ?? currency } : null;
  return {
    unitPrice: { amount: unitPrice.toString(), currency },
    discount: discount.toString(),
    amount: amount.toJSON(),
    isTaxInclusive,
    whyThisPrice: {
      source: why.source as keyof typeof PriceSourceEnum,
      listName: why.listName || null,
      listPrice: listed(why.listPrice),
      listUnit: why.listUnit ?? null,
      fromQuantity: why.fromQuantity ?? null,
      nextFromQuantity: why.nextFromQuantity ?? null,
      nextListPrice: listed(why.nextListPrice),
      exchangeRate: why.exchangeRate ?? null,
      promotionCode: why.promotionCode ?? null,
      promotionName: (locale === 'zh-CN' && why.promotionZh) || why.promotionEn || null,
      pricedOn: why.pricedOn,
    },
  };
}
