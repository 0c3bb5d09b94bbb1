import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { standingConsents } from '../consent/standing.shape.ts';

const address = (channel: string) => (row: string) =>
  `(select a.address from interactions_contact_address a where a.contact_id = ${row}.id and a.channel = '${channel}' order by a.is_primary desc, a.id limit 1)`;

/** People at parties, for staff; somebody himself sees his own in his preferences. */
export const contactShape = shape({
  type: 'Contact',
  prefix: 'con',
  table: 'interactions_contact',
  visible: { STAFF: 'all' },
  fields: {
    name: value('name'),
    side: value('audience'),
    locale: value('locale'),
    timeZone: value('time_zone'),
    email: value(address('EMAIL')),
    phone: value(address('PHONE')),
    preferredChannel: value('preferred_channel'),
    quietFrom: value('quiet_from'),
    quietTo: value('quiet_to'),
    isActive: value('is_active'),
    version: value('version'),
    createdAt: instant('created_at'),
    consents: value((row) => standingConsents(`${row}.id`)),
    organisation: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.organisation_id`,
    ),
  },
});
