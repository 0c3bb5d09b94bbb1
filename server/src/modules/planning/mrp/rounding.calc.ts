/** Shares are stored to nine digits; a quotient nearer than this to a whole number is that number. */
const DUST = 1e-9;

/** The least whole number of steps that holds `quantity`, in the unit of both: `ceil(quantity / step) x step`. */
export function upToStep(quantity: number, step: number): number {
  return Math.ceil(quantity / step - DUST) * step;
}

/**
 * What must be taken so that `quantity` is left after a share of it is lost:
 *     ceil(quantity / (1 - scrap))
 * in whole steps; 90 with a scrap of 10 % take 100. Nothing is rounded where nothing is lost.
 */
export function withScrap(quantity: number, scrap: number, step: number): number {
  return scrap === 0 ? quantity : upToStep(quantity / (1 - scrap), step);
}

/** A requirement as an order: at least the minimum, in whole multiples. A minimum of 0 is none. */
export function orderSize(quantity: number, minimum: number, multiple: number): number {
  return upToStep(quantity < minimum ? minimum : quantity, multiple);
}
