import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { receiptLineShape } from '../receipt/receipt-line.shape.ts';
import { SupplierReturnPayload, SupplierReturnPostInput } from './supplier-return.inputs.ts';
import { supplierReturnShape } from './supplier-return.shape.ts';
import { SupplierReturnType } from './supplier-return.types.ts';
import { supplierReturns } from './supplier-returns.service.ts';

@Resolver(() => SupplierReturnType)
export class SupplierReturnActsResolver {
  @For(STAFF)
  @Allow('purchasing.return.post')
  @Mutation(() => SupplierReturnPayload, {
    description: 'Sends rejected goods back; the receipt stays as it was counted.',
  })
  supplierReturnPost(
    @Arg('input', () => SupplierReturnPostInput) input: SupplierReturnPostInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupplierReturnPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        supplierReturn: await supplierReturns.post(work, {
          ...input,
          lines: input.lines.map((line, index) => ({
            ...line,
            receiptLineId: localId(receiptLineShape, line.receiptLineId, [
              'input',
              'lines',
              String(index),
              'receiptLineId',
            ]),
          })),
        }),
      }),
      show: { supplierReturn: supplierReturnShape },
    });
  }
}
