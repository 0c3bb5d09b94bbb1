import { expect, it } from 'vitest';
import { seal, unseal } from '../../../server/src/platform/access/sealed.ts';

const SECRET = 'unit tests: Aq9x7Lm2Vn4Rt8Zb3Kd6';

it('gives back what was sealed, and seals the same text differently each time', () => {
  const [one, other] = [seal(SECRET, 'a purpose', '密钥 secret'), seal(SECRET, 'a purpose', '密钥 secret')];
  expect(unseal(SECRET, 'a purpose', one)).toBe('密钥 secret');
  expect(one).not.toBe(other);
});

it('does not open with another secret, for another purpose, or when a byte was changed', () => {
  const sealed = seal(SECRET, 'a purpose', 'secret');
  expect(() => unseal(`${SECRET}x`, 'a purpose', sealed)).toThrow();
  expect(() => unseal(SECRET, 'another purpose', sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(SECRET, 'a purpose', changed.toString('base64url'))).toThrow();
  }
});
