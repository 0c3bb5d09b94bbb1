import { list } from '../../../platform/read/list.ts';
import { unitShape } from './unit.shape.ts';

export const unitList = list(unitShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
});
