import { agreementLoader } from './agreement.load.ts';
import { billLoader } from './bill.load.ts';
import { demandLoader, scheduledReceiptLoader } from './demand.load.ts';
import type { Loader } from './loader.ts';
import {
  categoryLoader,
  itemLoader,
  itemUnitLoader,
  priceBreakLoader,
  supplierItemLoader,
  unitLoader,
} from './master.load.ts';
import { companyLoader, customerLoader, locationLoader, siteLoader, supplierLoader } from './party.load.ts';
import { planningItemLoader } from './planning-item.load.ts';
import { purchaseOrderLoader } from './purchase-order.load.ts';
import { routingLoader, workCentreLoader } from './routing.load.ts';
import { salesOrderLoader } from './sales-order.load.ts';
import {
  customerTermsLoader,
  priceListLoader,
  priceLoader,
  promotionLoader,
  territoryLoader,
} from './sales-terms.load.ts';
import { stockLoader } from './stock.load.ts';
import { workOrderLoader } from './work-order.load.ts';

/** Every kind of file, each after those it refers to. */
export const loaders: readonly Loader[] = [
  companyLoader,
  unitLoader,
  categoryLoader,
  itemLoader,
  itemUnitLoader,
  supplierLoader,
  customerLoader,
  supplierItemLoader,
  priceBreakLoader,
  siteLoader,
  locationLoader,
  stockLoader,
  purchaseOrderLoader,
  agreementLoader,
  planningItemLoader,
  billLoader,
  workCentreLoader,
  routingLoader,
  demandLoader,
  scheduledReceiptLoader,
  workOrderLoader,
  territoryLoader,
  priceListLoader,
  priceLoader,
  customerTermsLoader,
  promotionLoader,
  salesOrderLoader,
];
