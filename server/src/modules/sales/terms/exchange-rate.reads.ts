import { list } from '../../../platform/read/list.ts';
import { exchangeRateShape } from './exchange-rate.shape.ts';

export const exchangeRateList = list(exchangeRateShape, {
  sorts: { NEWEST: { by: (row) => `${row}.valid_from`, type: 'date', direction: 'desc' } },
  filters: { currency: (row, wanted) => `${row}.currency = ${wanted}::text` },
});
