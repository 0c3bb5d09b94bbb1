import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import { salesOrderShape } from '../../sales/order/sales-order.shape.ts';
import { promiseAnswers } from './promise-answers.service.ts';
import { PromiseAnswerInput, PromiseAnswerPayload, PromiseNoticesArgs } from './promise-notice.inputs.ts';
import { promiseNoticeList } from './promise-notice.reads.ts';
import { promiseNoticeShape } from './promise-notice.shape.ts';
import { PromiseNoticeConnection, PromiseNoticeType } from './promise-notice.types.ts';

@Resolver(() => PromiseNoticeType)
export class PromiseNoticeResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => PromiseNoticeConnection, { description: 'Newest first.' })
  async promiseNotices(
    @Args(() => PromiseNoticesArgs) args: PromiseNoticesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return promiseNoticeList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'NEWEST',
      filter: {
        state: args.state?.length ? args.state : null,
        customerId: wantedKey(organisationShape, args.customerId),
        orderId: wantedKey(salesOrderShape, args.orderId),
        lineId: wantedKey(salesOrderLineShape, args.lineId),
      },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => PromiseNoticeType, { nullable: true })
  async promiseNotice(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(promiseNoticeShape, id);
    return key && readOne(await context.work(), info, promiseNoticeShape, key);
  }

  @For(DEMAND_SIDE)
  @Allow('promising.promise.answer')
  @Mutation(() => PromiseAnswerPayload, {
    description: 'Waits, splits, takes another item or cancels what is late. The staff may answer for the customer.',
  })
  promiseAnswer(
    @Arg('input', () => PromiseAnswerInput) input: PromiseAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PromiseAnswerPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await promiseAnswers.answer(work, {
          noticeId: localId(promiseNoticeShape, input.noticeId, ['input', 'noticeId']),
          expectedVersion: input.expectedVersion,
          answer: input.answer,
          substituteItemId: input.substituteItemId
            ? localId(itemShape, input.substituteItemId, ['input', 'substituteItemId'])
            : null,
        }),
      }),
      show: { notice: promiseNoticeShape },
    });
  }
}
