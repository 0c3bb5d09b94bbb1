import type { Row } from '../../../platform/read/shape.ts';

/** The stock unit of the row's item. */
export const stockUnit = (row: Row): string => `(select i.unit_code from catalog_item i where i.id = ${row}.item_id)`;
