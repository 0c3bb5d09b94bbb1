import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { asRefusal, badInput, typeRefusal } from '../../../platform/graphql/errors.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { customerOf, showOrder } from '../order/order-input.policy.ts';
import { SalesOrderPayload } from '../order/sales-order.inputs.ts';
import { QuickOrderCheckType, QuickOrderDraftInput } from './quick-order.types.ts';
import { quickOrders } from './quick-orders.service.ts';

typeRefusal('QUICK_ORDER_REFUSED', 'QuickOrderRefused');

const LONGEST_TEXT = 100_000;
const checked = (text: string): string => {
  if (text.length > LONGEST_TEXT) throw badInput(`text must be at most ${LONGEST_TEXT} characters`, ['text']);
  return text;
};

@Resolver()
export class QuickOrderResolver {
  @For(DEMAND_SIDE)
  @Query(() => QuickOrderCheckType, {
    nullable: true,
    description: 'What pasted rows would come to, every problem with its row. Null for no customer.',
  })
  async quickOrderCheck(
    @Arg('text', () => String) text: string,
    @Arg('customerId', () => ID, { nullable: true }) customerId: string | null,
    @Ctx() context: Context,
  ): Promise<QuickOrderCheckType | null> {
    try {
      const work = await context.work();
      const check = await quickOrders.check(work, customerOf(work, customerId), checked(text));
      return {
        problems: [...check.problems],
        total: check.total.toJSON(),
        lines: check.lines.map(({ itemId, quantity, unit, unitPrice, amount, ...line }) => ({
          ...line,
          itemId: toGlobalId(itemShape.prefix, itemId),
          quantity: { value: quantity.toString(), unit },
          unitPrice: unitPrice.toJSON(),
          amount: amount.toJSON(),
        })),
      };
    } catch (error) {
      if (asRefusal(error)?.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload, { description: 'A draft of all rows, or nothing with every problem named.' })
  quickOrderDraft(
    @Arg('input', () => QuickOrderDraftInput) input: QuickOrderDraftInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await quickOrders.draft(work, customerOf(work, input.customerId), checked(input.text)),
      }),
      show: showOrder,
    });
  }
}
