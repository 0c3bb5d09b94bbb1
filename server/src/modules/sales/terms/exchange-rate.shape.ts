import { decimal, shape, value } from '../../../platform/read/shape.ts';

/** Rates are the staff's; a customer sees the one that its document froze. */
export const exchangeRateShape = shape({
  type: 'ExchangeRate',
  prefix: 'exr',
  table: 'sales_exchange_rate',
  visible: { STAFF: 'all' },
  fields: {
    currency: value('currency'),
    validFrom: value('valid_from'),
    rate: decimal('rate'),
  },
});
