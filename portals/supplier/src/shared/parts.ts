/** One delivery as somebody types it. */
export interface Part {
  readonly key: number;
  readonly quantity: string;
  readonly date: string;
}

/** A single delivery to begin with: what was asked for. */
export function oneOf(quantity: string, date: string): readonly Part[] {
  return [{ key: 0, quantity, date }];
}
