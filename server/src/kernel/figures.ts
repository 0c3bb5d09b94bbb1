import { Decimal } from './decimal.ts';

/** A number of JSON together with how it is written; standard since ES2026, and not in the compiler's library yet. */
type Reviver = (key: string, value: unknown, context: { readonly source: string }) => unknown;
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;

const PLACES = 6;
const ZEROS_AT_END = /\.?0+$/;

/**
 * Reads JSON that people will see figures of: each number becomes text, to six places and without zeros at its end, for as
 * numbers they would lose digits. What else stands in it stays what it is.
 */
export const withFigures = (json: string): unknown =>
  parse(json, (_, value, { source }) => (typeof value === 'number' ? figure(source) : value));

function figure(source: string): string {
  const point = source.indexOf('.');
  if (point < 0) return source;
  const places = source.length - point - 1;
  return (places > PLACES ? new Decimal(source).toFixed(PLACES) : source).replace(ZEROS_AT_END, '');
}
