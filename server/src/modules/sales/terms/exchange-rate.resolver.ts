import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { ExchangeRatePayload, ExchangeRateSetInput, ExchangeRatesArgs } from './exchange-rate.inputs.ts';
import { exchangeRateList } from './exchange-rate.reads.ts';
import { exchangeRateShape } from './exchange-rate.shape.ts';
import { ExchangeRateConnection, ExchangeRateType } from './exchange-rate.types.ts';
import { exchangeRates } from './exchange-rates.service.ts';

@Resolver(() => ExchangeRateType)
export class ExchangeRateResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => ExchangeRateConnection, { description: 'Newest first.' })
  async exchangeRates(
    @Args(() => ExchangeRatesArgs) { first, after, currency }: ExchangeRatesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return exchangeRateList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'NEWEST',
      filter: { currency },
    });
  }

  @For(STAFF)
  @Allow('sales.rate.edit')
  @Mutation(() => ExchangeRatePayload)
  exchangeRateSet(
    @Arg('input', () => ExchangeRateSetInput) { currency, validFrom, rate }: ExchangeRateSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ExchangeRatePayload> {
    return act(context, info, {
      work: async (work) => ({ exchangeRate: await exchangeRates.set(work, { currency, validFrom, rate }) }),
      show: { exchangeRate: exchangeRateShape },
    });
  }
}
