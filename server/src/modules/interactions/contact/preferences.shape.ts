import { shape, value } from '../../../platform/read/shape.ts';
import { standingConsents } from '../consent/standing.shape.ts';

/** The contact that the reader himself is, where he acts now; it need not exist yet. */
const own = (row: string) =>
  `(select c.id from interactions_contact c where c.person_id = ${row}.id and c.organisation_id = (select app_org()) and c.audience = (select app_audience()))`;
const ofOwn = (column: string, otherwise: string) => (row: string) =>
  `coalesce((select c.${column} from interactions_contact c where c.id = ${own(row)}), ${otherwise})`;
const himself = (row: string) => `${row}.id = (select app_person())`;

/** How the reader wants to be reached; read through the person, because somebody never talked to has no contact yet. */
export const preferencesShape = shape({
  type: 'Preferences',
  prefix: 'prf',
  table: 'identity_person',
  visible: { SUPPLIER: himself, CUSTOMER: himself },
  fields: {
    email: value('email'),
    phone: value(
      (row) =>
        `(select a.address from interactions_contact_address a where a.contact_id = ${own(row)} and a.channel = 'PHONE' order by a.is_primary desc, a.id limit 1)`,
    ),
    preferredChannel: value(ofOwn('preferred_channel', `'EMAIL'`)),
    quietFrom: value(ofOwn('quiet_from', 'null')),
    quietTo: value(ofOwn('quiet_to', 'null')),
    consents: value((row) => standingConsents(own(row))),
  },
});
