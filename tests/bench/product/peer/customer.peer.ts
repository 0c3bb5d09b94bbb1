import { keyOf } from '../limit/statement.ts';
import { peerForm } from '../operations/operation.ts';
import { key, nodesOf, number, orgOf, type Amount, type Edges, type Id, type Money, type Nodes } from './facts.ts';

interface OrderRow<Row = object> {
  readonly rowId: string;
  readonly number: string;
  readonly state: string;
  readonly total: string;
  readonly salesOrderLinesByOrderId: Nodes<Row>;
}
interface OurOrderRow extends Id {
  readonly number: string;
  readonly state: string;
  readonly total: Money;
  readonly lineCount: number;
}

export const customerOrders = peerForm<{ allSalesOrders: Nodes<OrderRow> }, { salesOrders: Edges<OurOrderRow> }>({
  query: `query ($org: UUID!, $first: Int!) {
    allSalesOrders(first: $first, condition: { customerId: $org }, orderBy: [ORDERED_ON_DESC, PRIMARY_KEY_DESC]) {
      nodes {
        rowId number state holdKind fulfilmentState invoicingState paymentState version orderedOn requestedOn customerReference total currency cutoffDays
        salesOrderLinesByOrderId { nodes { isDemand isAtRisk isBackordered openQuantity pickedQuantity shippedQuantity confirmedOn requestedOn } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: (ask) => ({ org: orgOf(ask), first: ask.variables['first'] }),
  facts: ({ allSalesOrders: { nodes } }) =>
    nodes.map((row) => [
      row.rowId,
      row.number,
      row.state,
      number(row.total),
      row.salesOrderLinesByOrderId.nodes.length,
    ]),
  ourFacts: ({ salesOrders }) =>
    nodesOf(salesOrders).map((row) => [key(row), row.number, row.state, number(row.total.amount), row.lineCount]),
});

interface Line {
  readonly rowId: string;
  readonly orderedQuantity: string;
  readonly confirmedOn: string | null;
  readonly catalogItemByItemId: { readonly sku: string };
  readonly promisingLineByRowId: { readonly promisingPegsByLineId: Nodes<{ readonly rowId: string }> } | null;
}
interface OurLine extends Id {
  readonly quantity: Amount;
  readonly confirmedOn: string | null;
  readonly item: { readonly sku: string };
  readonly pegs: readonly Id[];
}

export const customerOrder = peerForm<
  { salesOrderByRowId: OrderRow<Line> },
  { salesOrder: OurOrderRow & { readonly lines: readonly OurLine[] } }
>({
  query: `query ($id: UUID!) {
    salesOrderByRowId(rowId: $id) {
      rowId number state holdKind fulfilmentState invoicingState paymentState version orderedOn requestedOn customerReference total currency cutoffDays
      isTaxInclusive paymentDays allowsPartial shipTo note createdAt submittedAt approvedAt confirmedAt closedAt closeReason subtotal tax freight
      identityPersonByPlacedByPersonId { name }
      identityPersonByApprovedByPersonId { name }
      catalogSiteBySiteId { rowId code name timeZone }
      salesOrderLinesByOrderId(orderBy: [LINE_NO_ASC]) {
        nodes {
          rowId lineNo description unitCode numerator denominator requestedOn firstConfirmedOn confirmedOn estimatedOn isDemand isAtRisk isBackordered discount taxRate
          orderedQuantity openQuantity cancelledQuantity allocatedQuantity pickedQuantity shippedQuantity deliveredQuantity returnedQuantity
          unitPrice netAmount currency priceExplanation
          catalogItemByItemId { rowId sku nameEn unitCode }
          promisingLineByRowId { promisedOn promisingPegsByLineId { nodes { rowId sourceKind expectedOn quantity } } }
          promisingPromiseNoticesByLineId(condition: { state: "OPEN" }) {
            nodes { rowId state cause promisedOn expectedBefore expectedOn version changedAt wanted late unpegged }
          }
          salesLinePromisesByLineId { nodes { rowId kind version previousOn promisedOn cause madeAt } }
        }
      }
    }
  }`,
  variables: ({ variables }) => ({ id: keyOf(variables['id']) }),
  facts: ({ salesOrderByRowId: order }) => [
    order.number,
    number(order.total),
    order.salesOrderLinesByOrderId.nodes.map((line) => [
      line.rowId,
      line.catalogItemByItemId.sku,
      number(line.orderedQuantity),
      line.confirmedOn,
      (line.promisingLineByRowId?.promisingPegsByLineId.nodes ?? []).map(({ rowId }) => rowId).sort(),
    ]),
  ],
  ourFacts: ({ salesOrder: order }) => [
    order.number,
    number(order.total.amount),
    order.lines.map((line) => [
      key(line),
      line.item.sku,
      number(line.quantity.value),
      line.confirmedOn,
      line.pegs.map(key).sort(),
    ]),
  ],
});

interface Entry {
  readonly rowId: string;
  readonly sku: string;
  readonly price: Shown | null;
  readonly promisingAvailabilitiesByItemId: Nodes<{ readonly availableNow: string; readonly nextOn: string | null }>;
}
interface OurEntry extends Id {
  readonly sku: string;
  readonly price: { readonly netPrice: Money } | null;
  readonly availability: { readonly isAvailable: boolean; readonly nextOn: string | null } | null;
}
interface Shown {
  readonly unit_price: number;
  readonly discount: number;
}

const netOf = (price: Shown | null): number | null =>
  price && Number((price.unit_price * (1 - price.discount)).toFixed(4));

/** The price is a function over the item, as PostGraphile's manual has it; it is the product's own. */
export const catalogue = peerForm<{ allCatalogItems: Nodes<Entry> }, { catalogue: Edges<OurEntry> }>({
  query: `query ($site: UUID!, $first: Int!) {
    allCatalogItems(first: $first, condition: { isSellable: true, isActive: true }, orderBy: [NAME_EN_ASC, PRIMARY_KEY_ASC]) {
      nodes {
        rowId sku nameEn description unitCode price
        catalogCategoryByCategoryId { rowId nameEn }
        promisingAvailabilitiesByItemId(condition: { siteId: $site }) { nodes { availableNow nextOn asOf steps } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: (ask) => ({ site: ask.site, first: ask.variables['first'] }),
  facts: ({ allCatalogItems: { nodes } }) =>
    nodes.map((row) => {
      const [known] = row.promisingAvailabilitiesByItemId.nodes;
      return [
        row.rowId,
        row.sku,
        netOf(row.price),
        known ? Number(known.availableNow) > 0 : null,
        known?.nextOn ?? null,
      ];
    }),
  ourFacts: ({ catalogue }) =>
    nodesOf(catalogue).map((row) => [
      key(row),
      row.sku,
      number(row.price?.netPrice.amount),
      row.availability?.isAvailable ?? null,
      row.availability?.nextOn ?? null,
    ]),
});
