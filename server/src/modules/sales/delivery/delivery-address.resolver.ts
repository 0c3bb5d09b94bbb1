import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { customerOf } from '../order/order-input.policy.ts';
import { DeliveryAddressPayload, DeliveryAddressSaveInput } from './delivery-address.inputs.ts';
import { deliveryAddressShape } from './delivery-address.shape.ts';
import { DeliveryAddressType } from './delivery-address.types.ts';
import { deliveryAddresses } from './delivery-addresses.service.ts';

@Resolver(() => DeliveryAddressType)
export class DeliveryAddressResolver {
  @For(DEMAND_SIDE)
  @Allow('sales.delivery_address.edit')
  @Mutation(() => DeliveryAddressPayload)
  deliveryAddressSave(
    @Arg('input', () => DeliveryAddressSaveInput) input: DeliveryAddressSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeliveryAddressPayload> {
    const { id, customerId, expectedVersion = null, ...said } = input;
    return act(context, info, {
      work: async (work) => ({
        deliveryAddress: await deliveryAddresses.save(work, {
          ...said,
          expectedVersion,
          id: id ? localId(deliveryAddressShape, id, ['input', 'id']) : null,
          customerId: customerOf(work, customerId),
        }),
      }),
      show: { deliveryAddress: deliveryAddressShape },
    });
  }
}
