/** A field left empty means "nothing", which the API calls null. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** What a field shows of an amount that may be missing. */
export function amountText(money: { readonly amount: string } | null | undefined): string {
  return money?.amount ?? '';
}

export function quantityText(quantity: { readonly value: string } | null | undefined): string {
  return quantity?.value ?? '';
}

export function countFrom(text: string): number {
  return Number(text || 0);
}
