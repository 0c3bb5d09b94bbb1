import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Corridor';
const PERIOD_SECONDS = 30;
/** A clock that is half a minute off is still right. */
const WINDOW = 1;

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** A secret of 160 bits, in base 32. Source: RFC 4226, section 4. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app scans. */
export const otpauthUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step of which this is the code, or null when it is of none near `now`. Source: RFC 6238. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token, window: WINDOW, timestamp });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
