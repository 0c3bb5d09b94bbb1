import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { customerOf } from '../order/order-input.policy.ts';
import { priceListShape } from '../price/price-list.shape.ts';
import { buyerLimitShape } from './buyer-limit.shape.ts';
import { buyerLimits } from './buyer-limits.service.ts';
import {
  BuyerLimitPayload,
  BuyerLimitSaveInput,
  CustomerTermsPayload,
  CustomerTermsSaveInput,
} from './customer-terms.inputs.ts';
import { customerTerms } from './customer-terms.service.ts';
import { customerTermsShape } from './customer-terms.shape.ts';
import { territoryShape } from './territory.shape.ts';
import { CustomerTermsType } from './customer-terms.types.ts';

@Resolver(() => CustomerTermsType)
export class CustomerTermsResolver {
  @For(STAFF)
  @Allow('sales.terms.edit')
  @Mutation(() => CustomerTermsPayload)
  customerTermsSave(
    @Arg('input', () => CustomerTermsSaveInput) { priceListId, siteId, territoryId, ...input }: CustomerTermsSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerTermsPayload> {
    return act(context, info, {
      work: async (work) => ({
        terms: await customerTerms.save(work, {
          ...input,
          ...(priceListId === undefined
            ? {}
            : { priceListId: priceListId && localId(priceListShape, priceListId, ['input', 'priceListId']) }),
          ...(territoryId === undefined
            ? {}
            : { territoryId: territoryId && localId(territoryShape, territoryId, ['input', 'territoryId']) }),
          ...(siteId === undefined ? {} : { siteId: siteId && localId(siteShape, siteId, ['input', 'siteId']) }),
          customerId: localId(organisationShape, input.customerId, ['input', 'customerId']),
        }),
      }),
      show: { terms: customerTermsShape },
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.buyer_limit.edit')
  @Mutation(() => BuyerLimitPayload)
  buyerLimitSave(
    @Arg('input', () => BuyerLimitSaveInput) input: BuyerLimitSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BuyerLimitPayload> {
    const { personId, orderLimit = null, canApprove, expectedVersion = null } = input;
    return act(context, info, {
      work: async (work) => ({
        limit: await buyerLimits.save(work, {
          ...{ orderLimit, canApprove, expectedVersion },
          customerId: customerOf(work, input.customerId),
          personId: personId ? localId(personShape, personId, ['input', 'personId']) : null,
        }),
      }),
      show: { limit: buyerLimitShape },
    });
  }
}
