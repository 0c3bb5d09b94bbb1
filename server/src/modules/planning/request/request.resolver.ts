import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { messageShape } from '../plan/action-message.shape.ts';
import {
  SupplierRequestAnswerInput,
  SupplierRequestMakeInput,
  SupplierRequestPayload,
  SupplierRequestWithdrawInput,
} from './request.inputs.ts';
import { requestList } from './request.reads.ts';
import { requestShape } from './request.shape.ts';
import type { RequestState } from './request.state.ts';
import { RequestConnection, RequestKindEnum, RequestStateEnum, RequestType } from './request.types.ts';
import { supplierRequests } from './requests.service.ts';

@ArgsType()
class SupplierRequestsArgs extends PageArgs {
  @Field(() => [RequestStateEnum], { nullable: true })
  state?: RequestState[] | null;
  @Field(() => [RequestKindEnum], { nullable: true })
  kind?: (keyof typeof RequestKindEnum)[] | null;
}

const requestOf = ({ requestId }: { readonly requestId: string }) =>
  localId(requestShape, requestId, ['input', 'requestId']);

@Resolver(() => RequestType)
export class SupplierRequestResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => RequestConnection, { description: 'What suppliers are asked for goods on order; the newest first.' })
  async supplierRequests(
    @Args(() => SupplierRequestsArgs) args: SupplierRequestsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = {
      state: args.state?.length ? args.state : null,
      kind: args.kind?.length ? args.kind : null,
    };
    return requestList.read(await context.work(), info, { ...checkPage(args), sort: 'NEWEST', filter });
  }

  @For(STAFF)
  @Allow('planning.request.make')
  @Mutation(() => SupplierRequestPayload)
  supplierRequestMake(
    @Arg('input', () => SupplierRequestMakeInput) input: SupplierRequestMakeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupplierRequestPayload> {
    const messageId = localId(messageShape, input.messageId, ['input', 'messageId']);
    return told(context, info, input, (work) => supplierRequests.make(work, messageId, input.expectedVersion, input));
  }

  @For(['SUPPLIER'])
  @Allow('planning.request.answer')
  @Mutation(() => SupplierRequestPayload, { description: 'What is committed to is the promise from then on.' })
  supplierRequestAnswer(
    @Arg('input', () => SupplierRequestAnswerInput) input: SupplierRequestAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupplierRequestPayload> {
    const id = requestOf(input);
    return told(context, info, input, (work) => supplierRequests.answer(work, id, input.expectedVersion, input));
  }

  @For(STAFF)
  @Allow('planning.request.withdraw')
  @Mutation(() => SupplierRequestPayload)
  supplierRequestWithdraw(
    @Arg('input', () => SupplierRequestWithdrawInput) input: SupplierRequestWithdrawInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupplierRequestPayload> {
    const id = requestOf(input);
    return told(context, info, input, (work) => supplierRequests.withdraw(work, id, input.expectedVersion));
  }
}

const told = (
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  run: (work: Work) => Promise<string>,
): Promise<SupplierRequestPayload> =>
  act(context, info, {
    input,
    work: async (work) => ({ request: await run(work) }),
    show: { request: requestShape },
  });
