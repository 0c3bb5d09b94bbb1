import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { invoiceShape } from '../invoice/invoice.shape.ts';
import { PaymentPayload, PaymentRecordInput, PaymentRefundInput, PaymentsArgs } from './payment.inputs.ts';
import { paymentList } from './payment.reads.ts';
import { paymentShape } from './payment.shape.ts';
import { PaymentConnection, PaymentType } from './payment.types.ts';
import { payments } from './payments.service.ts';

const show = { payment: paymentShape };

@Resolver(() => PaymentType)
export class PaymentResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => PaymentConnection, { description: 'Newest first.' })
  async payments(
    @Args(() => PaymentsArgs) { first, after, customerId }: PaymentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return paymentList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'NEWEST',
      filter: { customer: wantedKey(organisationShape, customerId) },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => PaymentType, { nullable: true })
  async payment(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(paymentShape, id);
    return key && readOne(await context.work(), info, paymentShape, key);
  }

  @For(STAFF)
  @Allow('sales.payment.record')
  @Mutation(() => PaymentPayload)
  paymentRecord(
    @Arg('input', () => PaymentRecordInput) input: PaymentRecordInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PaymentPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        payment: await payments.record(work, {
          ...input,
          customerId: localId(organisationShape, input.customerId, ['input', 'customerId']),
          shares: input.shares.map(({ invoiceId, amount }, index) => ({
            invoiceId: localId(invoiceShape, invoiceId, ['input', 'shares', String(index), 'invoiceId']),
            amount,
          })),
        }),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.payment.record')
  @Mutation(() => PaymentPayload)
  paymentRefund(
    @Arg('input', () => PaymentRefundInput) input: PaymentRefundInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PaymentPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        payment: await payments.refund(
          work,
          localId(invoiceShape, input.creditNoteId, ['input', 'creditNoteId']),
          input,
        ),
      }),
      show,
    });
  }
}
