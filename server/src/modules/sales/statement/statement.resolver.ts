import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { toGlobalId } from '../../../kernel/id.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { invoiceShape } from '../invoice/invoice.shape.ts';
import { paymentShape } from '../payment/payment.shape.ts';
import { accountOf } from './account-of.policy.ts';
import { AccountStatementArgs, checkPeriod } from './statement.args.ts';
import { statements, type Statement } from './statements.service.ts';
import { AccountStatementType } from './statement.types.ts';

@Resolver(() => AccountStatementType)
export class StatementResolver {
  @For(DEMAND_SIDE)
  @Query(() => [AccountStatementType], { description: 'One for each currency; none for nobody.' })
  async accountStatements(
    @Args(() => AccountStatementArgs) { from, to, customerId }: AccountStatementArgs,
    @Ctx() context: Context,
  ): Promise<AccountStatementType[]> {
    checkPeriod({ from, to });
    const work = await context.work();
    const account = accountOf(work.actor, customerId);
    return account === null ? [] : (await statements.of(work, { customerId: account, from, to })).map(shown);
  }
}

function shown({ currency, from, to, opening, entries, closing, aging, onAccount }: Statement): AccountStatementType {
  const money = (amount: Decimal) => ({ amount: amount.toString(), currency });
  const { notDue, upTo30, upTo60, upTo90, older } = aging;
  return {
    ...{ currency, from, to },
    opening: money(opening),
    closing: money(closing),
    onAccount: money(onAccount),
    aging: {
      notDue: money(notDue),
      upTo30: money(upTo30),
      upTo60: money(upTo60),
      upTo90: money(upTo90),
      older: money(older),
    },
    entries: entries.map(({ kind, documentId, number, on, dueOn, amount, balance }) => ({
      ...{ kind, number, on, dueOn },
      documentId: toGlobalId(prefixOf(kind), documentId),
      amount: money(amount),
      balance: money(balance),
    })),
  };
}

const prefixOf = (kind: string): string =>
  kind === 'INVOICE' || kind === 'CREDIT_NOTE' ? invoiceShape.prefix : paymentShape.prefix;
