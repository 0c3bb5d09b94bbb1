import { instant, shape, value } from '../../../platform/read/shape.ts';

// Where somebody could act as well, he sees by name, so that he can choose.
const visible = (row: string) =>
  `(${row}.is_company or ${row}.id = (select app_org()) or ${row}.id in (select om.organisation_id from identity_membership om where om.person_id = (select app_person()) and om.is_active))`;

/** A party sees itself, the company, and where else its person belongs; staff see every party. */
export const organisationShape = shape({
  type: 'Organisation',
  prefix: 'org',
  table: 'identity_organisation',
  visible: {
    STAFF: 'all',
    SUPPLIER: visible,
    CUSTOMER: visible,
  },
  fields: {
    number: value('number'),
    name: value('name'),
    isCompany: value('is_company'),
    isSupplier: value('is_supplier'),
    isCustomer: value('is_customer'),
    locale: value('locale'),
    timeZone: value('time_zone'),
    currency: value('currency'),
    country: value('country'),
    email: value('email'),
    phone: value('phone'),
    address: value('address'),
    // Whether others have to prove themselves twice is their own business.
    requiresSecondFactor: value(
      (row) => `(case when app_is_company() or ${row}.id = (select app_org()) then ${row}.requires_second_factor end)`,
    ),
    isActive: value('is_active'),
    version: value('version'),
    createdAt: instant('created_at'),
  },
});
