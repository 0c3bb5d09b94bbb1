import { extendShape, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

const own = (row: string) => `${row}.organisation_id = (select app_org())`;

/** What is shared with a party is no secret to it; what is shared with another is. */
export const sharingPolicyShape = shape({
  type: 'SharingPolicy',
  prefix: 'shp',
  table: 'catalog_sharing_policy',
  visible: { STAFF: 'all', SUPPLIER: own, CUSTOMER: own },
  fields: {
    showsPrices: value('shows_prices'),
    showsDemand: value('shows_demand'),
    showsOtherSupply: value('shows_other_supply'),
    showsLots: value('shows_lots'),
    availability: value('availability'),
    version: value('version'),
  },
});

extendShape(organisationShape, {
  sharing: one(
    () => sharingPolicyShape,
    (row, policy) => `${policy}.organisation_id = ${row}.id`,
  ),
});

/** Kinds of figures that are shared with one supplier and kept from another. */
export type SharedFigure = 'PRICES' | 'DEMAND' | 'OTHER_SUPPLY' | 'LOTS';

/** SQL: whether the reader may know figures of that kind; looked up once per statement. */
export const shares = (figure: SharedFigure): string => `(select catalog_shares('${figure}'))`;
/** SQL: how exactly the reader may know what is available, one of `AVAILABILITY`; looked up once per statement. */
export const availabilityShown = '(select catalog_availability())';
