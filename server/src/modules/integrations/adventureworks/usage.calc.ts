import { Decimal } from '../../../kernel/decimal.ts';

export interface MadeOn {
  readonly assembly: string;
  readonly day: string;
  readonly quantity: string;
}
export interface Component {
  readonly assembly: string;
  readonly component: string;
  readonly perAssembly: string;
}
export interface Usage {
  readonly component: string;
  readonly day: string;
  readonly quantity: Decimal;
}

/**
 * What production used, by component and day:
 *     usage(c, d) = sum over work orders started on d of ordered(w) x per assembly(product(w), c)
 * One level of the bill only, as parts below a made part are used by that part's own work orders. In the unit of the bill.
 */
export function dailyUsage(made: readonly MadeOn[], bill: readonly Component[]): Usage[] {
  const perDay = new Map<string, Decimal>();
  for (const { assembly, day, quantity } of made) {
    const key = `${assembly} ${day}`;
    perDay.set(key, (perDay.get(key) ?? new Decimal(0)).plus(quantity));
  }
  const parts = Map.groupBy(bill, ({ assembly }) => assembly);
  const used = new Map<string, Decimal>();
  for (const [key, quantity] of perDay) {
    const [assembly = '', day = ''] = key.split(' ');
    for (const { component, perAssembly } of parts.get(assembly) ?? []) {
      const at = `${component} ${day}`;
      used.set(at, (used.get(at) ?? new Decimal(0)).plus(quantity.times(perAssembly)));
    }
  }
  return [...used].map(([key, quantity]) => {
    const [component = '', day = ''] = key.split(' ');
    return { component, day, quantity };
  });
}
