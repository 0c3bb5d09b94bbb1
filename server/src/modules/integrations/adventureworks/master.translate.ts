import type { Step } from '../load/run-import.ts';
import { categoryLoader, itemLoader, priceBreakLoader, supplierItemLoader, unitLoader } from '../load/master.load.ts';
import type { AdventureWorksFiles, SourceRow } from './source.ts';
import { numberOf, stepFrom } from './step.ts';

/** Numbers of ours for rows of theirs. */
export const skuOf = (productId: string): string => `AW-${productId}`;
export const vendorOf = (id: string): string => `AW-V-${id}`;

/** The unit of each part in the bills that hold today; where bills disagree or say nothing, the piece. */
export function unitByProduct(bill: readonly SourceRow[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const row of bill.filter((one) => one.get('EndDate') === '')) {
    const component = row.get('ComponentID');
    const unit = row.get('UnitMeasureCode');
    units.set(component, (units.get(component) ?? unit) === unit ? unit : 'EA');
  }
  return units;
}

export function masterSteps(files: AdventureWorksFiles): Step[] {
  const units = files.rows('unit_measure', 'UnitMeasureCode', 'Name');
  const products = files.rows(
    'product',
    'ProductID',
    'Name',
    'MakeFlag',
    'FinishedGoodsFlag',
    'SafetyStockLevel',
    'ReorderPoint',
    'StandardCost',
    'ListPrice',
    'DaysToManufacture',
    'ProductSubcategoryID',
    'SellEndDate',
    'DiscontinuedDate',
    'ProductNumber',
    'Color',
    'Size',
  );
  const unitOf = unitByProduct(files.rows('bill_of_materials', 'ComponentID', 'UnitMeasureCode', 'EndDate'));
  return [
    stepFrom(unitLoader, 'unit_measure.csv', units, (row) => ({
      code: row.get('UnitMeasureCode').trim(),
      name_en: row.get('Name'),
    })),
    ...categorySteps(files),
    stepFrom(itemLoader, 'product.csv', products, (row) => ({
      sku: skuOf(row.get('ProductID')),
      name_en: row.get('Name'),
      description: [row.get('ProductNumber'), row.get('Color'), row.get('Size')].filter(Boolean).join(', '),
      unit: unitOf.get(row.get('ProductID')) ?? 'EA',
      supply: row.get('MakeFlag') === '1' ? 'MAKE' : 'BUY',
      category: row.get('ProductSubcategoryID') ? `AW-S-${row.get('ProductSubcategoryID')}` : null,
      is_sellable: row.get('FinishedGoodsFlag') === '1',
      is_active: row.get('DiscontinuedDate') === '',
      standard_cost: numberOf(row, 'StandardCost'),
      list_price: numberOf(row, 'ListPrice'),
      safety_stock: numberOf(row, 'SafetyStockLevel'),
      reorder_point: numberOf(row, 'ReorderPoint'),
      lead_time_days: Number(row.get('DaysToManufacture')),
    })),
  ];
}

function categorySteps(files: AdventureWorksFiles): Step[] {
  const top = files.rows('product_category', 'ProductCategoryID', 'Name');
  const below = files.rows('product_subcategory', 'ProductSubcategoryID', 'ProductCategoryID', 'Name');
  return [
    stepFrom(categoryLoader, 'product_category.csv', top, (row) => ({
      code: `AW-C-${row.get('ProductCategoryID')}`,
      name_en: row.get('Name'),
    })),
    stepFrom(categoryLoader, 'product_subcategory.csv', below, (row) => ({
      code: `AW-S-${row.get('ProductSubcategoryID')}`,
      parent: `AW-C-${row.get('ProductCategoryID')}`,
      name_en: row.get('Name'),
    })),
  ];
}

/** What vendors offer. The files do not say what a case or a can holds: one order unit is one stock unit. */
export function supplyTermSteps(files: AdventureWorksFiles): Step[] {
  const offers = files.rows(
    'product_vendor',
    'ProductID',
    'BusinessEntityID',
    'AverageLeadTime',
    'StandardPrice',
    'MinOrderQty',
    'MaxOrderQty',
    'UnitMeasureCode',
  );
  const key = (row: SourceRow) => ({
    supplier: vendorOf(row.get('BusinessEntityID')),
    sku: skuOf(row.get('ProductID')),
  });
  return [
    stepFrom(supplierItemLoader, 'product_vendor.csv', offers, (row) => ({
      ...key(row),
      order_unit: row.get('UnitMeasureCode').trim(),
      minimum_quantity: numberOf(row, 'MinOrderQty'),
      maximum_quantity: row.get('MaxOrderQty') === '' ? null : numberOf(row, 'MaxOrderQty'),
      lead_time_days: Number(row.get('AverageLeadTime')),
    })),
    stepFrom(priceBreakLoader, 'product_vendor.csv (prices)', offers, (row) => ({
      ...key(row),
      unit_price: numberOf(row, 'StandardPrice'),
    })),
  ];
}
