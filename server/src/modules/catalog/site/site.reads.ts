import { list } from '../../../platform/read/list.ts';
import { locationShape, siteShape } from './site.shape.ts';

export const siteList = list(siteShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
});

export const locationList = list(locationShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: { siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid` },
});
