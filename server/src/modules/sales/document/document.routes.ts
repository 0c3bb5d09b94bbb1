import { Readable } from 'node:stream';
import { fromGlobalId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { jsonAnswer, type Route, type RouteAnswer, type RouteRequest } from '../../../platform/http/route.ts';
import type { Paper } from '../../../platform/print/paper.ts';
import { printLabels, printPdf } from '../../../platform/print/pdf.ts';
import { invoiceShape } from '../invoice/invoice.shape.ts';
import { salesOrderShape } from '../order/sales-order.shape.ts';
import { shipmentShape } from '../shipment/shipment.shape.ts';
import { accountOf } from '../statement/account-of.policy.ts';
import { isPeriod } from '../statement/statement.args.ts';
import { deliveryNote } from './delivery-note.document.ts';
import { invoiceDocument } from './invoice.document.ts';
import { labelSheet } from './labels.document.ts';
import { orderConfirmation } from './order-confirmation.document.ts';
import { statementDocument } from './statement.document.ts';

const NOT_FOUND = jsonAnswer(404, { error: 'NOT_FOUND' });

type Write = (work: Work, id: string, language: Locale) => Promise<Paper | null>;

const writers: Readonly<Record<string, Write>> = {
  [salesOrderShape.prefix]: orderConfirmation,
  [shipmentShape.prefix]: deliveryNote,
  [invoiceShape.prefix]: invoiceDocument,
};

/** Documents are for both sides of a sale; a foreign one and an unknown one look the same. */
const mayAsk = ({ audience, actions }: Actor): boolean =>
  (audience === 'STAFF' || audience === 'CUSTOMER') && actions.has('sales.document.make');

const languageOf = ({ query, actor }: RouteRequest): Locale =>
  query['language'] === 'en' || query['language'] === 'zh-CN' ? query['language'] : actor.locale;

async function print(request: RouteRequest, write: (work: Work) => Promise<Paper | null>): Promise<RouteAnswer> {
  const paper = await request.database.transact(request.actor, write, 'read');
  if (!paper) return NOT_FOUND;
  const pdf = await printPdf(paper);
  const fileName = `${paper.title} ${paper.number}.pdf`;
  return { status: 200, type: 'application/pdf', body: Readable.from([pdf]), fileName };
}

/** `GET /documents/<id of an order, a shipment or an invoice>`, as a PDF in the reader's language. */
const documentOf: Route = {
  method: 'GET',
  path: '/documents/:id',
  answer: async (request) => {
    const named = fromGlobalId(request.params['id'] ?? '');
    const write = named ? writers[named.prefix] : undefined;
    if (!named || !write || !mayAsk(request.actor)) return NOT_FOUND;
    return print(request, (work) => write(work, named.id, languageOf(request)));
  },
};

/** `GET /documents/statement?from=&to=[&customer=]`: the reader's own, or that of a customer for the staff. */
const statement: Route = {
  method: 'GET',
  path: '/documents/statement',
  answer: async (request) => {
    const { from, to, customer } = request.query;
    if (!mayAsk(request.actor)) return NOT_FOUND;
    if (typeof from !== 'string' || typeof to !== 'string' || !isPeriod({ from, to }))
      return jsonAnswer(400, { error: 'BAD_REQUEST' });
    const customerId = accountOf(request.actor, typeof customer === 'string' ? customer : null);
    if (customerId === null) return NOT_FOUND;
    return print(request, (work) => statementDocument(work, { customerId, from, to }, languageOf(request)));
  },
};

/** `GET /documents/<id of a shipment>/labels`, for the staff: one page of A6 for each parcel. */
const labels: Route = {
  method: 'GET',
  path: '/documents/:id/labels',
  answer: async (request) => {
    const named = fromGlobalId(request.params['id'] ?? '');
    if (named?.prefix !== shipmentShape.prefix || request.actor.audience !== 'STAFF' || !mayAsk(request.actor))
      return NOT_FOUND;
    const ask = (work: Work) => labelSheet(work, named.id, languageOf(request));
    const sheet = await request.database.transact(request.actor, ask, 'read');
    if (!sheet) return NOT_FOUND;
    const pdf = await printLabels(sheet);
    return { status: 200, type: 'application/pdf', body: Readable.from([pdf]), fileName: `${sheet.title}.pdf` };
  },
};

export const documentRoutes: readonly Route[] = [statement, labels, documentOf];
