import type { Step } from '../load/run-import.ts';
import { salesOrderLoader } from '../load/sales-order.load.ts';
import { customerByNumber, territoryOf } from './customer.translate.ts';
import { skuOf, unitByProduct } from './master.translate.ts';
import { SITE } from './names.ts';
import type { Shift } from './shift.calc.ts';
import type { AdventureWorksFiles, SourceRow } from './source.ts';
import { numberOf, stepFrom } from './step.ts';

/** Said of an order whose day the files do not know. */
export const NO_DAY_NOTE = 'The source has no date for this order; it was made on this day or later.';

/** How they say that an order came over their site. */
const ONLINE = new Set(['1', 'true', 't']);

interface SalesLine {
  readonly line: number;
  readonly header: SourceRow;
  readonly orderedOn: string;
  readonly isDated: boolean;
  /** None: the files have no lines of this order. */
  readonly row: SourceRow | null;
}

const HEADER_COLUMNS = [
  'SalesOrderID',
  'OrderDate',
  'CustomerID',
  'CustomerTerritoryID',
  'SubTotal',
  'TaxAmt',
  'Freight',
  'OnlineOrderFlag',
] as const;

/** The known days of their sales orders. */
export const salesDays = (files: AdventureWorksFiles): string[] =>
  files.rows('sales_order_header', 'OrderDate').flatMap((row) => row.get('OrderDate') || []);

/** Their status is "shipped" for all: closed orders, delivered in whole. Amounts of the whole order are theirs. */
export function salesOrderSteps(files: AdventureWorksFiles, shift: Shift): Step[] {
  const customerOf = customerByNumber(files);
  const unitOf = unitByProduct(files.rows('bill_of_materials', 'ComponentID', 'UnitMeasureCode', 'EndDate'));
  return [
    stepFrom(salesOrderLoader, 'sales_order_detail.csv', linesOf(files), (line) => ({
      ...headerOf(line, shift, customerOf),
      ...(line.row ? lineOf(line.row, unitOf) : {}),
    })),
  ];
}

function linesOf(files: AdventureWorksFiles): SalesLine[] {
  const headers = files.rows('sales_order_header', ...HEADER_COLUMNS);
  const details = Map.groupBy(
    files.rows(
      'sales_order_detail',
      'SalesOrderID',
      'LineNumber',
      'ProductID',
      'OrderQty',
      'UnitPrice',
      'UnitPriceDiscount',
    ),
    (row) => row.get('SalesOrderID'),
  );
  let latest = headers.find((row) => row.get('OrderDate') !== '')?.get('OrderDate') ?? '';
  // Their numbers rise with time: an order without a date was made no earlier than the last one that has one.
  return headers.flatMap((header): SalesLine[] => {
    const day = header.get('OrderDate');
    if (day > latest) latest = day;
    const order = { header, orderedOn: day || latest, isDated: day !== '' };
    const rows = details.get(header.get('SalesOrderID')) ?? [];
    return rows.length === 0
      ? [{ ...order, line: header.line, row: null }]
      : rows.map((row) => ({ ...order, line: row.line, row }));
  });
}

const headerOf = ({ header, orderedOn, isDated }: SalesLine, shift: Shift, customerOf: (id: string) => string) => ({
  number: `AW-SO-${header.get('SalesOrderID')}`,
  external_number: header.get('SalesOrderID'),
  customer: customerOf(header.get('CustomerID')),
  site: SITE,
  ordered_on: shift(orderedOn),
  state: 'CLOSED',
  channel: ONLINE.has(header.get('OnlineOrderFlag').toLowerCase()) ? 'ONLINE' : 'SALES',
  territory: territoryOf(header.get('CustomerTerritoryID')),
  note: isDated ? '' : NO_DAY_NOTE,
  subtotal: numberOf(header, 'SubTotal'),
  tax: numberOf(header, 'TaxAmt'),
  freight: numberOf(header, 'Freight'),
});

const lineOf = (row: SourceRow, unitOf: ReadonlyMap<string, string>) => ({
  line_no: Number(row.get('LineNumber')),
  sku: skuOf(row.get('ProductID')),
  unit: unitOf.get(row.get('ProductID')) ?? 'EA',
  quantity: numberOf(row, 'OrderQty'),
  unit_price: numberOf(row, 'UnitPrice'),
  discount: numberOf(row, 'UnitPriceDiscount'),
  delivered_quantity: numberOf(row, 'OrderQty'),
});
