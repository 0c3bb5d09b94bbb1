import { keyOf } from '../limit/statement.ts';
import { peerForm } from '../operations/operation.ts';
import { key, nodesOf, number, orgOf, type Amount, type Edges, type Id, type Money, type Nodes } from './facts.ts';

interface StockRow {
  readonly rowId: string;
  readonly colour: string;
  readonly onHand: string;
  readonly inTransit: string;
  readonly catalogItemByItemId: { readonly sku: string };
}
interface OurStockRow extends Id {
  readonly colour: string;
  readonly onHand: Amount;
  readonly inTransit: Amount;
  readonly item: { readonly sku: string };
}

/** The buckets ahead are left to the peer's reader: it answers what they are worked out from. */
export const supplierStock = peerForm<{ allVmiLineStatuses: Nodes<StockRow> }, { vmiLines: Edges<OurStockRow> }>({
  query: `query ($org: UUID!, $first: Int!) {
    allVmiLineStatuses(first: $first, condition: { supplierId: $org, isShown: true, isLive: true }, orderBy: [COVER_ORDER_ASC, PRIMARY_KEY_ASC]) {
      nodes {
        rowId colour onHand inReceiving inTransit openOrder awaitingAnswer daysOfSupply stockoutOn asOf averageUsage minimum maximum sharesDemand supplies
        catalogItemByItemId { rowId sku nameEn unitCode catalogSupplierItemsByItemId(condition: { supplierId: $org }) { nodes { rowId supplierSku } } }
        catalogSiteBySiteId { rowId code name timeZone }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: (ask) => ({ org: orgOf(ask), first: ask.variables['first'] }),
  facts: ({ allVmiLineStatuses: { nodes } }) =>
    nodes.map((row) => [row.rowId, row.colour, number(row.onHand), number(row.inTransit), row.catalogItemByItemId.sku]),
  ourFacts: ({ vmiLines }) =>
    nodesOf(vmiLines).map((row) => [
      key(row),
      row.colour,
      number(row.onHand.value),
      number(row.inTransit.value),
      row.item.sku,
    ]),
});

interface ProposalRow {
  readonly rowId: string;
  readonly number: string;
  readonly deliverOn: string;
  readonly quantity: string;
  readonly vmiAgreementLineByLineId: { readonly catalogItemByItemId: { readonly sku: string } };
}
interface OurProposalRow extends Id {
  readonly number: string;
  readonly deliverOn: string;
  readonly quantity: Amount;
  readonly item: { readonly sku: string };
}

export const supplierProposals = peerForm<
  { allVmiProposals: Nodes<ProposalRow> },
  { vmiProposals: Edges<OurProposalRow> }
>({
  query: `query ($org: UUID!, $first: Int!) {
    allVmiProposals(first: $first, condition: { supplierId: $org, state: "OPEN" }, orderBy: [ANSWER_DUE_AT_ASC, PRIMARY_KEY_ASC]) {
      nodes {
        rowId number state origin version deliverOn answerDueAt answerReason quantity orderUnitCode numerator denominator answerParts inputs
        vmiAgreementLineByLineId { catalogItemByItemId { rowId sku nameEn unitCode } catalogSiteBySiteId { rowId code timeZone } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: (ask) => ({ org: orgOf(ask), first: ask.variables['first'] }),
  facts: ({ allVmiProposals: { nodes } }) =>
    nodes.map((row) => [
      row.rowId,
      row.number,
      row.deliverOn,
      number(row.quantity),
      row.vmiAgreementLineByLineId.catalogItemByItemId.sku,
    ]),
  ourFacts: ({ vmiProposals }) =>
    nodesOf(vmiProposals).map((row) => [key(row), row.number, row.deliverOn, number(row.quantity.value), row.item.sku]),
});

interface OrderRow {
  readonly rowId: string;
  readonly number: string;
  readonly state: string;
  readonly total: string;
  readonly catalogSiteBySiteId: { readonly code: string };
}
interface OurOrderRow extends Id {
  readonly number: string;
  readonly state: string;
  readonly total: Money;
  readonly site: { readonly code: string };
}

export const supplierOrders = peerForm<
  { allPurchasingOrders: Nodes<OrderRow> },
  { purchaseOrders: Edges<OurOrderRow> }
>({
  query: `query ($org: UUID!, $first: Int!) {
    allPurchasingOrders(first: $first, condition: { supplierId: $org }, orderBy: [ORDERED_ON_DESC, PRIMARY_KEY_DESC]) {
      nodes {
        rowId number kind state answerState version orderedOn total currency
        catalogSiteBySiteId { rowId code name timeZone }
        purchasingScheduleLinesByOrderId(condition: { state: "OPEN" }) { nodes { requestedOn confirmedOn openQuantity isIssued } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: (ask) => ({ org: orgOf(ask), first: ask.variables['first'] }),
  facts: ({ allPurchasingOrders: { nodes } }) =>
    nodes.map((row) => [row.rowId, row.number, row.state, number(row.total), row.catalogSiteBySiteId.code]),
  ourFacts: ({ purchaseOrders }) =>
    nodesOf(purchaseOrders).map((row) => [key(row), row.number, row.state, number(row.total.amount), row.site.code]),
});

interface Schedule {
  readonly rowId: string;
  readonly confirmedOn: string | null;
  readonly receivedQuantity: string;
}
interface OrderPage extends OrderRow {
  readonly purchasingOrderLinesByOrderId: Nodes<{
    readonly rowId: string;
    readonly catalogItemByItemId: { readonly sku: string };
    readonly purchasingScheduleLinesByOrderLineId: Nodes<Schedule>;
  }>;
}
interface OurOrderPage extends OurOrderRow {
  readonly lines: readonly (Id & {
    readonly item: { readonly sku: string };
    readonly schedules: readonly (Id & { readonly confirmedOn: string | null; readonly receivedQuantity: Amount })[];
  })[];
}

export const supplierOrder = peerForm<{ purchasingOrderByRowId: OrderPage }, { purchaseOrder: OurOrderPage }>({
  query: `query ($id: UUID!) {
    purchasingOrderByRowId(rowId: $id) {
      rowId number kind state answerState version orderedOn total currency note isConsignment
      catalogSiteBySiteId { rowId code name timeZone }
      purchasingOrderLinesByOrderId(orderBy: [LINE_NO_ASC]) {
        nodes {
          rowId lineNo description unitCode isConsignment overTolerance underTolerance dateToleranceDays unitPrice currency
          catalogItemByItemId { rowId sku nameEn }
          purchasingScheduleLinesByOrderLineId(orderBy: [SCHEDULE_NO_ASC]) {
            nodes {
              rowId scheduleNo state requestedOn confirmedOn requestedQuantity confirmedQuantity shippedQuantity receivedQuantity openQuantity inTransitQuantity
              purchasingNoticeLinesByScheduleLineId { nodes { purchasingNoticeByNoticeId { rowId number state expectedOn overdueAt } } }
            }
          }
        }
      }
      purchasingOrderVersionsByOrderId { nodes { rowId version reason createdAt } }
      purchasingOrderAnswersByOrderId {
        nodes {
          rowId version decision state note reviewNote answeredAt reviewedAt
          purchasingOrderAnswerLinesByAnswerId { nodes { rowId decision promisedOn quantity note } }
        }
      }
    }
  }`,
  variables: ({ variables }) => ({ id: keyOf(variables['id']) }),
  facts: ({ purchasingOrderByRowId: order }) => [
    order.number,
    number(order.total),
    order.purchasingOrderLinesByOrderId.nodes.map((line) => [
      line.rowId,
      line.catalogItemByItemId.sku,
      line.purchasingScheduleLinesByOrderLineId.nodes.map((one) => [
        one.rowId,
        one.confirmedOn,
        number(one.receivedQuantity),
      ]),
    ]),
  ],
  ourFacts: ({ purchaseOrder: order }) => [
    order.number,
    number(order.total.amount),
    order.lines.map((line) => [
      key(line),
      line.item.sku,
      line.schedules.map((one) => [key(one), one.confirmedOn, number(one.receivedQuantity.value)]),
    ]),
  ],
});
