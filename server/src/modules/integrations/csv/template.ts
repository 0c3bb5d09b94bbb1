import {
  readBoolean,
  readChoice,
  readCurrency,
  readDate,
  readDecimal,
  readInteger,
  readZone,
  type Read,
} from './cell.calc.ts';

/** One column of a template: what it may hold, and what it is for, in both languages. */
export interface Column<T> {
  readonly read: Read<T>;
  readonly isText: boolean;
  readonly isRequired: boolean;
  /** What an empty cell stands for. */
  readonly fallback: T;
  readonly maxLength: number;
  /** The least number that is taken. */
  readonly minimum: number | null;
  /** Numbers from here on are not taken. */
  readonly limit: number | null;
  readonly kind: string;
  readonly en: string;
  readonly zh: string;
}
export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowOf<C extends Columns> = { readonly [N in keyof C]: C[N] extends Column<infer T> ? T : never };

/** A kind of file that is taken in and given out: plain data, so that the documentation is made from it too. */
export interface Template<C extends Columns = Columns> {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly columns: C;
  /** What makes a row one of its kind; repeated in one file, the second is refused. */
  readonly key: readonly (keyof C & string)[];
  /** Rows of equal values here are one document: all of it is loaded, or none. */
  readonly document: readonly (keyof C & string)[];
}

export const fileOf = ({ name }: Template): string => `${name}.csv`;

export function template<const C extends Columns>(declared: Template<C>): Template<C> {
  return declared;
}

type Words = readonly [en: string, zh: string];

function column<T>(
  kind: string,
  read: Read<T>,
  fallback: T,
  [en, zh]: Words,
  more: Partial<Column<T>> = {},
): Column<T> {
  return {
    kind,
    read,
    isText: false,
    isRequired: false,
    fallback,
    maxLength: 60,
    minimum: null,
    limit: null,
    en,
    zh,
    ...more,
  };
}

/** The column must be there and filled. */
export function required<T>(of: Column<T>): Column<NonNullable<T>> {
  return { ...of, isRequired: true } as Column<NonNullable<T>>;
}

export const text = (words: Words, maxLength = 200): Column<string> =>
  column('text', (cell) => cell, '', words, { isText: true, maxLength });
/** A text that is absent when the cell is empty. */
export const optionalText = (words: Words, maxLength = 200): Column<string | null> =>
  column<string | null>('text', (cell) => cell, null, words, { isText: true, maxLength });
export const decimalFrom = (words: Words, minimum: number | null = 0, fallback = '0'): Column<string> =>
  column<string>('decimal', readDecimal, fallback, words, { minimum });
export const optionalDecimal = (words: Words, minimum: number | null = 0): Column<string | null> =>
  column<string | null>('decimal', readDecimal, null, words, { minimum });
/** A part of a whole: from nothing up to, but not, all of it. */
export const fraction = (words: Words): Column<string> => ({ ...decimalFrom(words), limit: 1 });
export const integer = (words: Words, fallback = 0, minimum = 0): Column<number> =>
  column<number>('integer', readInteger, fallback, words, { minimum });
export const yesNo = (words: Words, fallback: boolean): Column<boolean> =>
  column<boolean>('yes/no', readBoolean, fallback, words);
export const date = (words: Words): Column<string | null> => column<string | null>('date', readDate, null, words);
export const currency = (words: Words, fallback = 'USD'): Column<string> =>
  column<string>('currency', readCurrency, fallback, words);
export const zone = (words: Words): Column<string> => column<string>('time zone', readZone, 'UTC', words);
/** `others` are further words for the same. */
export const choice = <const T extends string>(
  words: Words,
  values: readonly T[],
  fallback: T,
  others: Readonly<Record<string, T>> = {},
): Column<T> => column<T>(values.join(' | '), readChoice(values, others), fallback, words);
/** One of several words, or nothing. */
export const optionalChoice = <const T extends string>(words: Words, values: readonly T[]): Column<T | null> =>
  column<T | null>(values.join(' | '), readChoice(values), null, words);
/** A whole number, or nothing. */
export const optionalInteger = (words: Words, minimum = 0): Column<number | null> =>
  column<number | null>('integer', readInteger, null, words, { minimum });
