import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { salesOrderLineShape } from '../order/sales-order-line.shape.ts';
import {
  CustomerReturnPayload,
  ReturnAnswerInput,
  ReturnInspectInput,
  ReturnReceiveInput,
  ReturnRequestInput,
  ReturnResolveInput,
  ReturnSendInput,
  ReturnStepInput,
} from './customer-return.inputs.ts';
import { customerReturnLineShape, customerReturnShape } from './customer-return.shape.ts';
import { CustomerReturnType } from './customer-return.types.ts';
import { returnInspection } from './return-inspection.service.ts';
import { returnRequests } from './return-requests.service.ts';
import { returnSettling } from './return-settling.service.ts';

const keyOf = ({ returnId }: ReturnStepInput): string => localId(customerReturnShape, returnId, ['input', 'returnId']);
const partsOf = <L extends { readonly returnLineId: string }>(lines: readonly L[]): L[] =>
  lines.map((line, index) => ({
    ...line,
    returnLineId: localId(customerReturnLineShape, line.returnLineId, [
      'input',
      'lines',
      String(index),
      'returnLineId',
    ]),
  }));

const settle = (context: Context, info: GraphQLResolveInfo, input: object, work: (work: Work) => Promise<string>) =>
  act<CustomerReturnPayload>(context, info, {
    input,
    work: async (transaction) => ({ return: await work(transaction) }),
    show: { return: customerReturnShape },
  });

@Resolver(() => CustomerReturnType)
export class ReturnActsResolver {
  @For(DEMAND_SIDE)
  @Allow('sales.return.request')
  @Mutation(() => CustomerReturnPayload)
  returnRequest(
    @Arg('input', () => ReturnRequestInput) input: ReturnRequestInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnRequests.request(work, {
        ...input,
        lines: input.lines.map(({ orderLineId, quantity, reason }, index) => ({
          lineId: localId(salesOrderLineShape, orderLineId, ['input', 'lines', String(index), 'orderLineId']),
          quantity,
          reason: reason ?? null,
        })),
      }),
    );
  }

  @For(STAFF)
  @Allow('sales.return.approve')
  @Mutation(() => CustomerReturnPayload)
  returnApprove(
    @Arg('input', () => ReturnAnswerInput) input: ReturnAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnRequests.approve(work, keyOf(input), input.expectedVersion, input.answer),
    );
  }

  @For(STAFF)
  @Allow('sales.return.reject')
  @Mutation(() => CustomerReturnPayload)
  returnReject(
    @Arg('input', () => ReturnAnswerInput) input: ReturnAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnRequests.reject(work, keyOf(input), input.expectedVersion, input.answer),
    );
  }

  @For(DEMAND_SIDE)
  @Allow('sales.return.send')
  @Mutation(() => CustomerReturnPayload, { description: 'The goods are on their way back.' })
  returnSend(
    @Arg('input', () => ReturnSendInput) input: ReturnSendInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnRequests.send(work, keyOf(input), input.expectedVersion, input),
    );
  }

  @For(STAFF)
  @Allow('sales.return.receive')
  @Mutation(() => CustomerReturnPayload, { description: 'The goods are here and wait for inspection.' })
  returnReceive(
    @Arg('input', () => ReturnReceiveInput) input: ReturnReceiveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnInspection.receive(work, keyOf(input), input.expectedVersion, partsOf(input.lines)),
    );
  }

  @For(STAFF)
  @Allow('sales.return.inspect')
  @Mutation(() => CustomerReturnPayload, { description: 'Says of every line what it is, and sends it there.' })
  returnInspect(
    @Arg('input', () => ReturnInspectInput) input: ReturnInspectInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnInspection.inspect(work, keyOf(input), input.expectedVersion, partsOf(input.lines)),
    );
  }

  @For(STAFF)
  @Allow('sales.return.resolve')
  @Mutation(() => CustomerReturnPayload)
  returnResolve(
    @Arg('input', () => ReturnResolveInput) input: ReturnResolveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) =>
      returnSettling.resolve(work, keyOf(input), input.expectedVersion, input.resolution, input.answer),
    );
  }

  @For(STAFF)
  @Allow('sales.return.close')
  @Mutation(() => CustomerReturnPayload)
  returnClose(
    @Arg('input', () => ReturnStepInput) input: ReturnStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerReturnPayload> {
    return settle(context, info, input, (work) => returnSettling.close(work, keyOf(input), input.expectedVersion));
  }
}
