import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { orderKey, showOrder } from '../order/order-input.policy.ts';
import { SalesOrderPayload } from '../order/sales-order.inputs.ts';
import { salesOrderShape } from '../order/sales-order.shape.ts';
import { creditNotes } from './credit-notes.service.ts';
import {
  CreditNoteIssueInput,
  InvoiceDiscardInput,
  InvoiceDraftInput,
  InvoiceIssueInput,
  InvoicePayload,
  InvoicesArgs,
} from './invoice.inputs.ts';
import { invoiceList } from './invoice.reads.ts';
import { invoiceLineShape, invoiceShape } from './invoice.shape.ts';
import { InvoiceConnection, InvoiceType } from './invoice.types.ts';
import { invoicing } from './invoicing.service.ts';

const keyOf = (id: string): string => localId(invoiceShape, id, ['input', 'invoiceId']);
const bill = (context: Context, info: GraphQLResolveInfo, input: object, work: (work: Work) => Promise<string>) =>
  act<InvoicePayload>(context, info, {
    input,
    work: async (transaction) => ({ invoice: await work(transaction) }),
    show: { invoice: invoiceShape },
  });

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => InvoiceConnection)
  async invoices(
    @Args(() => InvoicesArgs) { sort, first, after, customerId, orderId, ...filter }: InvoicesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return invoiceList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        customer: wantedKey(organisationShape, customerId),
        order: wantedKey(salesOrderShape, orderId),
      },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => InvoiceType, { nullable: true })
  async invoice(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(invoiceShape, id);
    return key && readOne(await context.work(), info, invoiceShape, key);
  }

  @For(STAFF)
  @Allow('sales.invoice.issue')
  @Mutation(() => InvoicePayload, { description: 'A draft over what was sent and not invoiced; it has no number yet.' })
  invoiceDraft(
    @Arg('input', () => InvoiceDraftInput) input: InvoiceDraftInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvoicePayload> {
    return bill(context, info, input, async (work) => (await invoicing.draft(work, orderKey(input))).id);
  }

  @For(STAFF)
  @Allow('sales.invoice.issue')
  @Mutation(() => InvoicePayload, { description: 'Gives it its number and sends it.' })
  invoiceIssue(
    @Arg('input', () => InvoiceIssueInput) input: InvoiceIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvoicePayload> {
    const { invoiceId, expectedVersion, orderId } = input;
    return bill(context, info, input, (work) =>
      invoiceId
        ? invoicing.issue(work, keyOf(invoiceId), expectedVersion ?? 0)
        : invoicing.invoice(work, orderKey({ orderId: orderId ?? '' })),
    );
  }

  @For(STAFF)
  @Allow('sales.invoice.issue')
  @Mutation(() => SalesOrderPayload, { description: 'Throws a draft away; gives its order.' })
  invoiceDiscard(
    @Arg('input', () => InvoiceDiscardInput) input: InvoiceDiscardInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await invoicing.discard(work, keyOf(input.invoiceId), input.expectedVersion),
      }),
      show: showOrder,
    });
  }

  @For(STAFF)
  @Allow('sales.invoice.credit')
  @Mutation(() => InvoicePayload, { description: 'Takes an invoice back, in whole or in part.' })
  creditNoteIssue(
    @Arg('input', () => CreditNoteIssueInput) input: CreditNoteIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvoicePayload> {
    return bill(context, info, input, async (work) => {
      const lines = input.lines.map(({ invoiceLineId, quantity }, index) => ({
        invoiceLineId: localId(invoiceLineShape, invoiceLineId, ['input', 'lines', String(index), 'invoiceLineId']),
        quantity: quantity ?? null,
      }));
      const { reason, invoiceId } = input;
      return (await creditNotes.issue(work, { reason, invoiceId: keyOf(invoiceId), lines })).id;
    });
  }
}
