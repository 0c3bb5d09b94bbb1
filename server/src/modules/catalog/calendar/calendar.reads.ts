import { list } from '../../../platform/read/list.ts';
import { calendarShape } from './calendar.shape.ts';

export const calendarList = list(calendarShape, {
  sorts: { NAME: { by: (row) => `${row}.name`, type: 'text', direction: 'asc' } },
  filters: { organisationId: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid` },
});
