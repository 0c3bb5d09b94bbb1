/** A fraction of the API (`0.075`) as somebody types it, in percent (`7.5`), and back; digit for digit. */
export const percentOf = (fraction: string): string => shift(fraction, 2);
export const fractionOf = (percent: string): string => shift(percent, -2);

/** Moves the decimal point; a number in text stays a number in text. */
function shift(text: string, places: number): string {
  const [whole = '0', part = ''] = text.split('.');
  const digits = `000${whole}${part}000`;
  const point = 3 + whole.length + places;
  const moved = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return moved.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '') || '0';
}
