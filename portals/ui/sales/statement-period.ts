const DAY = 86_400_000;
const MOST_DAYS = 1_100;

interface Period {
  readonly from: string;
  readonly to: string;
}

const text = (date: Date): string => new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(date);

/** The viewer's own day. */
export const today = (): string => text(new Date());
export const firstOfYear = (): string => `${today().slice(0, 4)}-01-01`;

/** Whether a statement can be asked for: two days in order, not too far apart. */
export function isPeriod({ from, to }: Period): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return days >= 0 && days <= MOST_DAYS;
}
