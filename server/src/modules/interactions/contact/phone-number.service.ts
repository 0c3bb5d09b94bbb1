import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';

/** A telephone number as E.164, read as people of that country write it; null when it cannot be dialled. */
export function phoneOf(text: string, country: string | null): string | null {
  const home = country && /^[A-Z]{2}$/.test(country) ? (country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(text, home ? { defaultCountry: home } : undefined);
  return number?.isPossible() ? number.number : null;
}
