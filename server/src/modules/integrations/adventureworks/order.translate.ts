import type { Step } from '../load/run-import.ts';
import { purchaseOrderLoader } from '../load/purchase-order.load.ts';
import { skuOf, vendorOf } from './master.translate.ts';
import { SITE } from './names.ts';
import type { Shift } from './shift.calc.ts';
import type { AdventureWorksFiles, SourceRow } from './source.ts';
import { numberOf, stepFrom } from './step.ts';

/** Their status as our state: pending is sent and unanswered, approved is confirmed. */
const STATES: Readonly<Record<string, string>> = {
  '1': 'ISSUED',
  '2': 'CONFIRMED',
  '3': 'REJECTED',
  '4': 'CLOSED',
};

interface OrderLine {
  readonly line: number;
  readonly no: number;
  readonly row: SourceRow;
  readonly header: SourceRow;
  readonly unit: string;
}

/** The newest day any of their purchase orders was made. */
export const orderDays = (files: AdventureWorksFiles): string[] =>
  files.rows('purchase_order_header', 'OrderDate').map((row) => row.get('OrderDate'));

export function orderSteps(files: AdventureWorksFiles, shift: Shift): Step[] {
  const unitByOffer = new Map(
    files
      .rows('product_vendor', 'ProductID', 'BusinessEntityID', 'UnitMeasureCode')
      .map((row) => [`${row.get('ProductID')} ${row.get('BusinessEntityID')}`, row.get('UnitMeasureCode').trim()]),
  );
  const headers = new Map(
    files
      .rows(
        'purchase_order_header',
        'PurchaseOrderID',
        'Status',
        'VendorID',
        'OrderDate',
        'ShipDate',
        'TaxAmt',
        'Freight',
      )
      .map((row) => [row.get('PurchaseOrderID'), row]),
  );
  const details = files.rows(
    'purchase_order_detail',
    'PurchaseOrderID',
    'DueDate',
    'OrderQty',
    'ProductID',
    'UnitPrice',
    'ReceivedQty',
    'RejectedQty',
    'StockedQty',
  );
  const lineNos = new Map<string, number>();
  const lines = details.flatMap((row): OrderLine[] => {
    const id = row.get('PurchaseOrderID');
    const header = headers.get(id);
    if (!header) return [];
    const no = (lineNos.get(id) ?? 0) + 1;
    lineNos.set(id, no);
    const unit = unitByOffer.get(`${row.get('ProductID')} ${header.get('VendorID')}`) ?? 'EA';
    return [{ line: row.line, no, row, header, unit }];
  });
  return [stepFrom(purchaseOrderLoader, 'purchase_order_detail.csv', lines, (line) => orderRow(line, shift))];
}

function orderRow({ no, row, header, unit }: OrderLine, shift: Shift): Record<string, unknown> {
  const id = header.get('PurchaseOrderID');
  const state = STATES[header.get('Status')] ?? 'DRAFT';
  const due = shift(row.get('DueDate'));
  const isPromised = state === 'CONFIRMED';
  const hasCome = Number(row.get('ReceivedQty')) > 0;
  return {
    number: `AW-PO-${id.padStart(5, '0')}`,
    external_number: id,
    supplier: vendorOf(header.get('VendorID')),
    site: SITE,
    ordered_on: shift(header.get('OrderDate')),
    state,
    tax: numberOf(header, 'TaxAmt'),
    freight: numberOf(header, 'Freight'),
    line_no: no,
    sku: skuOf(row.get('ProductID')),
    unit,
    unit_price: numberOf(row, 'UnitPrice'),
    requested_on: due,
    quantity: numberOf(row, 'OrderQty'),
    confirmed_on: isPromised ? due : null,
    confirmed_quantity: isPromised ? numberOf(row, 'OrderQty') : null,
    received_on: hasCome ? shift(header.get('ShipDate')) : null,
    accepted_quantity: numberOf(row, 'StockedQty'),
    rejected_quantity: numberOf(row, 'RejectedQty'),
  };
}
