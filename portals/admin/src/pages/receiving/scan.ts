/** What a barcode reader typed: a package, a trade item, or a number in plain text. */
export type Scanned =
  | { readonly kind: 'SSCC'; readonly sscc: string }
  | { readonly kind: 'GTIN'; readonly gtin: string }
  | { readonly kind: 'TEXT'; readonly text: string };

const SSCC = /^(?:00)?(\d{18})$/;
const GTIN = /^(?:01(\d{14})|(\d{14}|\d{13}|\d{12}|\d{8}))$/;

/** Understands GS1 application identifiers 00 and 01 with or without brackets, and the symbology prefix some readers send. */
export function understandScan(typed: string): Scanned {
  const text = typed.trim().replace(/^\][A-Za-z]\d/, '');
  const digits = text.replaceAll(/[()\s]/g, '');
  const sscc = SSCC.exec(digits)?.[1];
  if (sscc) return { kind: 'SSCC', sscc };
  const trade = GTIN.exec(digits);
  const gtin = trade?.[1] ?? trade?.[2];
  return gtin ? { kind: 'GTIN', gtin } : { kind: 'TEXT', text };
}

/** The same trade item may be written with leading zeroes or without. */
export function isSameGtin(one: string | null | undefined, other: string): boolean {
  return Boolean(one) && one?.replace(/^0+/, '') === other.replace(/^0+/, '');
}

/** The part of a scan to look for. */
export function scannedText(scanned: Scanned): string {
  if (scanned.kind === 'SSCC') return scanned.sscc;
  return scanned.kind === 'GTIN' ? scanned.gtin : scanned.text;
}
