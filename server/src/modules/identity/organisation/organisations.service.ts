import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Invalid, WrongSide } from '../identity.errors.ts';
import { organisationChanged, organisationRegistered } from '../identity.events.ts';
import { parseEmail } from '../person/email.calc.ts';
import { Organisation } from './organisation.entity.ts';

/** What is said of a party; what is left out stays as it is, or at its default. */
export interface Particulars {
  readonly name?: string | null | undefined;
  readonly isSupplier?: boolean | null | undefined;
  readonly isCustomer?: boolean | null | undefined;
  readonly isActive?: boolean | null | undefined;
  readonly locale?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
}

const CHANGEABLE = [
  'name',
  'isSupplier',
  'isCustomer',
  'isActive',
  'locale',
  'timeZone',
  'currency',
  'country',
  'email',
  'phone',
  'address',
] as const;

const isText = (most: number) => (value: string) => value.trim() !== '' && value.length <= most;
const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
const isValid: Readonly<Partial<Record<(typeof CHANGEABLE)[number] | 'number', (value: string) => boolean>>> = {
  number: isText(40),
  name: isText(200),
  locale: (value) => value === 'en' || value === 'zh-CN',
  timeZone: isTimeZone,
  currency: (value) => /^[A-Z]{3}$/.test(value),
  country: (value) => /^[A-Z]{2}$/.test(value),
  email: (value) => parseEmail(value) !== null,
  phone: isText(60),
  address: isText(500),
};

/** Enters a supplier or customer. @throws Invalid, WrongSide, NumberTaken */
export async function registerOrganisation(
  work: Work,
  number: string,
  particulars: Particulars,
): Promise<Organisation> {
  if (!isValid.number?.(number)) throw new Invalid({}, ['input', 'number']);
  const organisation = Object.assign(new Organisation(), { number: number.trim(), name: '' });
  apply(organisation, particulars);
  work.em.persist(organisation);
  await work.em.flush();
  work.record(organisationRegistered(organisation));
  return organisation;
}

/** Enters the company that runs this system, once. @throws Invalid, NumberTaken */
export async function registerCompany(work: Work, number: string, name: string): Promise<Organisation> {
  const organisation = Object.assign(new Organisation(), { number, name, isCompany: true });
  work.em.persist(organisation);
  await work.em.flush();
  work.record(organisationRegistered(organisation));
  return organisation;
}

/** Says something else of a party. @throws NotFound, StaleObject, Invalid, WrongSide */
export async function changeOrganisation(
  work: Work,
  id: string,
  expectedVersion: number,
  particulars: Particulars,
): Promise<Organisation> {
  const organisation = await work.em.findOne(Organisation, id);
  if (!organisation) throw new NotFound({}, ['input', 'organisationId']);
  if (organisation.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
  apply(organisation, particulars);
  if (organisation.isCompany && !organisation.isActive) throw new Invalid({}, ['input', 'isActive']);
  work.record(organisationChanged(organisation));
  return organisation;
}

function apply(organisation: Organisation, particulars: Particulars): void {
  for (const name of CHANGEABLE) {
    const value = particulars[name];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' && isValid[name]?.(value) === false) throw new Invalid({}, ['input', name]);
    Object.assign(organisation, { [name]: value });
  }
  if (organisation.name === '') throw new Invalid({}, ['input', 'name']);
  if (![organisation.isCompany, organisation.isSupplier, organisation.isCustomer].includes(true))
    throw new WrongSide({}, ['input', 'isSupplier']);
}
