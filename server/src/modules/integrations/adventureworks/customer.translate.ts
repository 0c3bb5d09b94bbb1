import type { Step } from '../load/run-import.ts';
import { customerLoader } from '../load/party.load.ts';
import { customerTermsLoader, territoryLoader } from '../load/sales-terms.load.ts';
import { SITE } from './names.ts';
import type { AdventureWorksFiles, SourceRow } from './source.ts';
import { stepFrom } from './step.ts';

export const storeOf = (id: string): string => `AW-S-${id}`;
export const buyerOf = (id: string): string => `AW-C-${id}`;
/** Some orders name no customer. */
export const UNKNOWN_CUSTOMER = 'AW-UNKNOWN';
export const territoryOf = (id: string): string | null => (id === '' ? null : `AW-T-${id}`);

/** The values of a column by a key; the first that a key has. */
const firstBy = (rows: readonly SourceRow[], key: string, column: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const row of rows) if (!values.has(row.get(key))) values.set(row.get(key), row.get(column));
  return values;
};

/** How people and shops are reached, by the id of the person or shop. */
function contactsOf(files: AdventureWorksFiles) {
  const emails = firstBy(
    files.rows('email_address', 'BusinessEntityID', 'EmailAddress'),
    'BusinessEntityID',
    'EmailAddress',
  );
  const phones = firstBy(
    files.rows('person_phone', 'BusinessEntityID', 'PhoneNumber'),
    'BusinessEntityID',
    'PhoneNumber',
  );
  const states = new Map(
    files
      .rows('state_province', 'StateProvinceID', 'StateProvinceCode', 'CountryRegionCode')
      .map((row) => [row.get('StateProvinceID'), row]),
  );
  const addresses = new Map(
    files
      .rows('address', 'AddressID', 'AddressLine1', 'AddressLine2', 'City', 'StateProvinceID', 'PostalCode')
      .map((row) => [row.get('AddressID'), row]),
  );
  const places = firstBy(
    files.rows('business_entity_address', 'BusinessEntityID', 'AddressID'),
    'BusinessEntityID',
    'AddressID',
  );
  return (partyId: string, personId: string) => {
    const address = addresses.get(places.get(partyId) ?? '');
    const state = states.get(address?.get('StateProvinceID') ?? '');
    return {
      email: emails.get(personId) ?? null,
      phone: phones.get(personId) ?? null,
      address: address ? addressText(address, state) : null,
      country: state?.get('CountryRegionCode') ?? null,
    };
  };
}

const addressText = (address: SourceRow, state: SourceRow | undefined): string =>
  [
    address.get('AddressLine1'),
    address.get('AddressLine2'),
    address.get('City'),
    state?.get('StateProvinceCode').trim(),
    address.get('PostalCode'),
  ]
    .filter(Boolean)
    .join(', ');

const CUSTOMER_COLUMNS = ['CustomerID', 'PersonID', 'StoreID', 'TerritoryID'] as const;

/** Shops, and people who order online, with how they are reached and the terms on which they buy. */
export function customerSteps(files: AdventureWorksFiles): Step[] {
  const stores = files.rows('store', 'BusinessEntityID', 'Name');
  const customers = files.rows('customer', ...CUSTOMER_COLUMNS);
  const contact = contactsOf(files);
  const firstPerson = firstBy(
    files.rows('business_entity_contact', 'BusinessEntityID', 'PersonID'),
    'BusinessEntityID',
    'PersonID',
  );
  // A shop is one customer; its buyers have customer numbers of their own, and so have the people who order online.
  const people = customers.filter((row) => row.get('StoreID') === '');
  return [
    stepFrom(customerLoader, 'store.csv', stores, (row) => ({
      number: storeOf(row.get('BusinessEntityID')),
      name: row.get('Name'),
      ...contact(row.get('BusinessEntityID'), firstPerson.get(row.get('BusinessEntityID')) ?? ''),
    })),
    stepFrom(customerLoader, 'customer.csv', people, (row) => ({
      number: buyerOf(row.get('CustomerID')),
      name: `Customer ${row.get('CustomerID')}`,
      ...contact(row.get('PersonID'), row.get('PersonID')),
    })),
    stepFrom(customerLoader, 'customer.csv (unknown)', [{ line: 1 }], () => ({
      number: UNKNOWN_CUSTOMER,
      name: 'Customer not named in AdventureWorks',
    })),
    ...termSteps(files, customers),
  ];
}

function termSteps(files: AdventureWorksFiles, customers: readonly SourceRow[]): Step[] {
  const territories = files.rows('sales_territory', 'TerritoryID', 'Name', 'CountryRegionCode', 'Group');
  const territoryOfStore = firstBy(
    customers.filter((row) => row.get('StoreID') !== ''),
    'StoreID',
    'TerritoryID',
  );
  const shops = [...territoryOfStore].map(([store, territory], index) => ({
    line: index + 1,
    customer: storeOf(store),
    territory,
  }));
  const people = customers
    .filter((row) => row.get('StoreID') === '')
    .map((row) => ({ line: row.line, customer: buyerOf(row.get('CustomerID')), territory: row.get('TerritoryID') }));
  return [
    stepFrom(territoryLoader, 'sales_territory.csv', territories, (row) => ({
      code: territoryOf(row.get('TerritoryID')),
      name: row.get('Name'),
      country: row.get('CountryRegionCode'),
      area: row.get('Group'),
    })),
    stepFrom(customerTermsLoader, 'customer.csv (terms)', [...shops, ...people], ({ customer, territory }) => ({
      customer,
      territory: territoryOf(territory),
      site: SITE,
    })),
  ];
}

/** The customer behind a customer number of theirs. */
export function customerByNumber(files: AdventureWorksFiles): (customerId: string) => string {
  const stores = firstBy(files.rows('customer', ...CUSTOMER_COLUMNS), 'CustomerID', 'StoreID');
  return (id) => {
    const store = stores.get(id);
    if (store === undefined) return UNKNOWN_CUSTOMER;
    return store === '' ? buyerOf(id) : storeOf(store);
  };
}
