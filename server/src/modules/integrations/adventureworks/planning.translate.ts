import type { Step } from '../load/run-import.ts';
import { billLoader } from '../load/bill.load.ts';
import { planningItemLoader } from '../load/planning-item.load.ts';
import { routingLoader, workCentreLoader } from '../load/routing.load.ts';
import { workOrderLoader } from '../load/work-order.load.ts';
import { skuOf } from './master.translate.ts';
import { SITE } from './names.ts';
import type { Shift } from './shift.calc.ts';
import type { AdventureWorksFiles, SourceRow } from './source.ts';
import { numberOf, stepFrom } from './step.ts';

const WORKING_DAYS = 5;

/** Planning data, bills with their history, work centres and routings. */
export function engineeringSteps(files: AdventureWorksFiles): Step[] {
  const products = files.rows('product', 'ProductID', 'ProductModelID', 'MakeFlag');
  // A row without an assembly only says that a product is on sale.
  const bills = files
    .rows('bill_of_materials', 'ProductAssemblyID', 'ComponentID', 'StartDate', 'EndDate', 'PerAssemblyQty')
    .filter((row) => row.get('ProductAssemblyID') !== '');
  const routing = routingStep(files, products);
  const used = new Set(routing.batch.rows.map((row) => row['work_centre']));
  const locations = files.rows('location', 'LocationID', 'Name', 'CostRate', 'Availability');
  return [
    stepFrom(planningItemLoader, 'product.csv (planning)', products, (row) => ({
      sku: skuOf(row.get('ProductID')),
      site: SITE,
    })),
    stepFrom(billLoader, 'bill_of_materials.csv', bills, (row) => ({
      sku: skuOf(row.get('ProductAssemblyID')),
      component: skuOf(row.get('ComponentID')),
      quantity: numberOf(row, 'PerAssemblyQty'),
      valid_from: row.get('StartDate'),
      valid_to: row.get('EndDate') || null,
    })),
    stepFrom(
      workCentreLoader,
      'location.csv (work centres)',
      locations.filter((row) => Number(row.get('Availability')) > 0 || used.has(row.get('LocationID'))),
      (row) => ({
        site: SITE,
        code: row.get('LocationID'),
        name: row.get('Name'),
        hours_per_day: String(Number(row.get('Availability')) / WORKING_DAYS),
        cost_per_hour: numberOf(row, 'CostRate'),
      }),
    ),
    routing,
  ];
}

/** The manufacturing instructions of a model, as the routing of each product of it that is made. */
function routingStep(files: AdventureWorksFiles, products: readonly SourceRow[]): Step {
  const steps = files.rows(
    'routing_from_model_instructions',
    'ProductModelID',
    'Sequence',
    'LocationID',
    'SetupHours',
    'MachineHours',
    'LaborHours',
    'LotSize',
  );
  const byModel = Map.groupBy(steps, (row) => row.get('ProductModelID'));
  const rows = products
    .filter((product) => product.get('MakeFlag') === '1')
    .flatMap((product) =>
      (byModel.get(product.get('ProductModelID')) ?? []).map((row) => ({ line: row.line, row, product })),
    );
  return stepFrom(routingLoader, 'routing_from_model_instructions.csv', rows, ({ row, product }) => ({
    sku: skuOf(product.get('ProductID')),
    site: SITE,
    operation_no: 10 * Number(row.get('Sequence')),
    work_centre: row.get('LocationID'),
    setup_hours: numberOf(row, 'SetupHours'),
    run_hours: runHours(row),
  }));
}

/** Hours are given for a lot; the slower of machine and worker sets the pace. */
const runHours = (row: SourceRow): string => {
  const hours = Math.max(Number(row.get('MachineHours') || 0), Number(row.get('LaborHours') || 0));
  return (hours / Number(row.get('LotSize') || 1)).toFixed(6);
};

/** Every work order; those without days ended at a time the files no longer know. */
export function workOrderSteps(files: AdventureWorksFiles, shiftTo: (days: readonly string[]) => Shift): Step[] {
  const reasons = new Map(
    files.rows('scrap_reason', 'ScrapReasonID', 'Name').map((row) => [row.get('ScrapReasonID'), row.get('Name')]),
  );
  const orders = files.rows(
    'work_order',
    'WorkOrderID',
    'ProductID',
    'OrderQty',
    'StockedQty',
    'ScrappedQty',
    'StartDate',
    'EndDate',
    'DueDate',
    'ScrapReasonID',
  );
  const shift = shiftTo(orders.flatMap((row) => row.get('StartDate') || []));
  const moved = (day: string): string | null => (day === '' ? null : shift(day));
  return [
    stepFrom(workOrderLoader, 'work_order.csv', orders, (row) => ({
      number: `AW-WO-${row.get('WorkOrderID').padStart(5, '0')}`,
      sku: skuOf(row.get('ProductID')),
      site: SITE,
      state: 'COMPLETED',
      quantity: numberOf(row, 'OrderQty'),
      received_quantity: numberOf(row, 'StockedQty'),
      scrapped_quantity: numberOf(row, 'ScrappedQty'),
      scrap_reason: reasons.get(row.get('ScrapReasonID')) ?? '',
      start_on: moved(row.get('StartDate')),
      due_on: moved(row.get('DueDate')),
      completed_on: moved(row.get('EndDate')),
    })),
  ];
}
