import type { DecimalString } from '../graphql/graphql.ts';

/**
 * What somebody typed, as the decimal string the API takes; null when it is no number. Accepts full-width digits (Chinese input methods),
 * spaces and grouping commas. Digits are kept as typed: nothing passes through a float.
 */
export function decimalFrom(typed: string): DecimalString | null {
  const text = typed.normalize('NFKC').replaceAll('。', '.').replaceAll(/\s/g, '');
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain.replace(/^(-?)0+(?=\d)/, '$1') : null;
}
