export interface Hours {
  readonly from: string;
  readonly to: string;
}
export interface Exception {
  readonly date: string;
  readonly hours: Hours[];
}

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d|24:00';
const SPAN = new RegExp(`^(${TIME})\\s*[-–]\\s*(${TIME})$`);
const DATE = /^(\d{4}-\d{2}-\d{2})\s*:?\s*(.*)$/;

/** `09:00-12:00, 13:00-18:00`; empty for a free day. */
export const hoursText = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${from}-${to}`).join(', ');

/** The hours that somebody wrote; null where it is none. */
export function hoursIn(text: string): Hours[] | null {
  const parts = text.split(/[,，;；]/).flatMap((part) => part.trim() || []);
  const found = parts.flatMap((part): Hours[] => {
    const [, from, to] = SPAN.exec(part) ?? [];
    return from && to ? [{ from, to }] : [];
  });
  return found.length === parts.length ? found : null;
}

export const exceptionsText = (given: readonly Exception[]): string =>
  given.map(({ date, hours }) => `${date} ${hoursText(hours)}`.trim()).join('\n');

/** One day a line: alone it is a holiday, with hours a make-up workday. Null where a line is neither. */
export function exceptionsIn(text: string): Exception[] | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const found = lines.flatMap((line): Exception[] => {
    const [, date, rest = ''] = DATE.exec(line) ?? [];
    const hours = hoursIn(rest);
    return date && hours ? [{ date, hours }] : [];
  });
  return found.length === lines.length ? found : null;
}
