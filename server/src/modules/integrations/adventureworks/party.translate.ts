import type { Step } from '../load/run-import.ts';
import { companyLoader, locationLoader, siteLoader, supplierLoader } from '../load/party.load.ts';
import { stockLoader } from '../load/stock.load.ts';
import type { AdventureWorksFiles } from './source.ts';
import { numberOf, stepFrom } from './step.ts';
import { skuOf, vendorOf } from './master.translate.ts';
import { SITE } from './names.ts';

const ZONE = 'America/Los_Angeles';
const ours = [{ line: 1 }];

/** Us, our plant, and whom we buy from. The company is only named when there is none yet. */
export function ourSteps(hasCompany: boolean): Step[] {
  const company = { number: 'AW', name: 'Adventure Works Cycles', time_zone: ZONE, country: 'US' };
  return [
    ...(hasCompany ? [] : [stepFrom(companyLoader, 'company', ours, () => company)]),
    stepFrom(siteLoader, 'site', ours, () => ({
      code: SITE,
      name: 'Adventure Works plant',
      time_zone: ZONE,
    })),
  ];
}

export function partySteps(files: AdventureWorksFiles): Step[] {
  const vendors = files.rows('vendor', 'BusinessEntityID', 'Name', 'ActiveFlag');
  return [
    stepFrom(supplierLoader, 'vendor.csv', vendors, (row) => ({
      number: vendorOf(row.get('BusinessEntityID')),
      name: row.get('Name'),
      is_active: row.get('ActiveFlag') === '1',
    })),
  ];
}

export function stockSteps(files: AdventureWorksFiles): Step[] {
  const locations = files.rows('location', 'LocationID', 'Name');
  const stock = files.rows('product_inventory', 'ProductID', 'LocationID', 'Quantity');
  return [
    stepFrom(locationLoader, 'location.csv', locations, (row) => ({
      site: SITE,
      code: row.get('LocationID'),
      name: row.get('Name'),
    })),
    stepFrom(stockLoader, 'product_inventory.csv', stock, (row) => ({
      sku: skuOf(row.get('ProductID')),
      site: SITE,
      location: row.get('LocationID'),
      quantity: numberOf(row, 'Quantity'),
    })),
  ];
}
