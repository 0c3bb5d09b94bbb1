import type { Columns } from '../csv/template.ts';
import type { Loader } from '../load/loader.ts';
import { loader, stillGood } from '../load/loader.ts';
import { resolve } from '../load/references.ts';
import { upsert } from '../load/upsert.ts';
import type { Step } from '../load/run-import.ts';
import { date, decimalFrom, required, template, text } from '../csv/template.ts';
import { skuOf } from './master.translate.ts';
import { SITE } from './names.ts';
import type { Shift } from './shift.calc.ts';
import type { AdventureWorksFiles } from './source.ts';
import { stepFrom } from './step.ts';
import { dailyUsage } from './usage.calc.ts';

const usage = template({
  name: 'daily_usage',
  en: 'What was used, by item, site and day',
  zh: '每日用量（按物料、场所、日期）',
  key: ['sku', 'site', 'day'],
  document: ['sku', 'site'],
  columns: {
    sku: required(text(['our number of the item', '我方物料编码'], 60)),
    site: required(text(['code of the site', '场所代码'], 30)),
    day: required(date(['day', '日期'])),
    quantity: required(decimalFrom(['quantity in the stock unit', '数量（库存单位）'])),
  },
});

const usageLoader: Loader<Columns> = loader(usage, async (loading, rows) => {
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const target = {
    table: 'inventory_daily_usage',
    columns: 'item_id uuid, site_id uuid, day date, quantity numeric',
    key: ['item_id', 'site_id', 'day'],
  };
  return upsert(
    loading.work,
    target,
    stillGood(loading, rows).map((row) => ({ ...row, item_id: item(row), site_id: site(row) })),
  );
});

const madeRows = (files: AdventureWorksFiles) =>
  files
    .rows('work_order', 'ProductID', 'OrderQty', 'StartDate')
    .filter((row) => row.get('StartDate') !== '')
    .map((row) => ({
      assembly: row.get('ProductID'),
      day: row.get('StartDate'),
      quantity: row.get('OrderQty'),
    }));

/** Past usage as production must have had it, from dated work orders and the bills that hold today. */
export function usageSteps(files: AdventureWorksFiles, shiftTo: (days: readonly string[]) => Shift): Step[] {
  const made = madeRows(files);
  const shift = shiftTo(made.map(({ day }) => day));
  const bill = files
    .rows('bill_of_materials', 'ProductAssemblyID', 'ComponentID', 'PerAssemblyQty', 'EndDate')
    .filter((row) => row.get('EndDate') === '' && row.get('ProductAssemblyID') !== '')
    .map((row) => ({
      assembly: row.get('ProductAssemblyID'),
      component: row.get('ComponentID'),
      perAssembly: row.get('PerAssemblyQty'),
    }));
  const rows = dailyUsage(made, bill).map((used, index) => ({ ...used, line: index + 1 }));
  return [
    stepFrom(usageLoader, 'work_order.csv x bill_of_materials.csv', rows, ({ component, day, quantity }) => ({
      sku: skuOf(component),
      site: SITE,
      day: shift(day),
      quantity: quantity.toFixed(),
    })),
  ];
}
