import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { PurchaseOrderPayload } from '../order/purchase-order.inputs.ts';
import { purchaseOrderShape } from '../order/purchase-order.shape.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { answerReview } from './answer-review.service.ts';
import { OrderAnswerReviewInput, PurchaseOrderAnswerInput, ReviewDecision } from './order-answer.inputs.ts';
import { orderAnswerShape } from './order-answer.shape.ts';
import { OrderAnswerType } from './order-answer.types.ts';
import { orderAnswers } from './order-answers.service.ts';

const show = { order: purchaseOrderShape };

@Resolver(() => OrderAnswerType)
export class OrderAnswerResolver {
  @For(['SUPPLIER'])
  @Allow('purchasing.order.answer')
  @Mutation(() => PurchaseOrderPayload, {
    description: 'Within tolerance an answer holds at once; outside it waits for the buyer.',
  })
  purchaseOrderAnswer(
    @Arg('input', () => PurchaseOrderAnswerInput) input: PurchaseOrderAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const { orderId } = await orderAnswers.answer(work, {
          ...input,
          orderId: localId(purchaseOrderShape, input.orderId, ['input', 'orderId']),
          lines: input.lines.map((line, index) => ({
            ...line,
            scheduleLineId: localId(scheduleLineShape, line.scheduleLineId, [
              'input',
              'lines',
              String(index),
              'scheduleLineId',
            ]),
          })),
        });
        return { order: orderId };
      },
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.order.review')
  @Mutation(() => PurchaseOrderPayload)
  orderAnswerReview(
    @Arg('input', () => OrderAnswerReviewInput) input: OrderAnswerReviewInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await answerReview.decide(
          work,
          localId(orderAnswerShape, input.answerId, ['input', 'answerId']),
          input.decision === ReviewDecision.ACCEPT,
          input.note,
        ),
      }),
      show,
    });
  }
}
