import { instant, shape, value } from '../../../platform/read/shape.ts';

/** A party sees itself and the company; staff see every party. */
export const organisationShape = shape({
  type: 'Organisation',
  prefix: 'org',
  table: 'identity_organisation',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) => `(${row}.is_company or ${row}.id = (select app_org()))`,
    CUSTOMER: (row) => `(${row}.is_company or ${row}.id = (select app_org()))`,
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
    isActive: value('is_active'),
    createdAt: instant('created_at'),
  },
});
