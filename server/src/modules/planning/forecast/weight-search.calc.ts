const [LEAST, MOST] = [0.0001, 0.9999];
const GRID = [0.05, 0.3, 0.6, 0.9];
const PRECISION = 1e-7;

const inside = (weight: number): number => Math.min(MOST, Math.max(LEAST, weight));

/**
 * Smoothing weights that make `error` small, each between 0.0001 and 0.9999 as in R's forecast: the best point of a
 * coarse grid, then steps along the axes that halve until they no longer matter.
 */
export function bestWeights(count: number, error: (weights: readonly number[]) => number): number[] {
  let best = grid(count).reduce((a, b) => (error(b) < error(a) ? b : a));
  let least = error(best);
  for (let step = 0.2; step > PRECISION;) {
    const found = neighbours(best, step)
      .map((weights) => ({ weights, size: error(weights) }))
      .reduce((a, b) => (b.size < a.size ? b : a));
    if (found.size < least) [best, least] = [found.weights, found.size];
    else step /= 2;
  }
  return best;
}

function grid(count: number): number[][] {
  if (count === 0) return [[]];
  return grid(count - 1).flatMap((rest) => GRID.map((weight) => [...rest, weight]));
}

function neighbours(weights: readonly number[], step: number): number[][] {
  return weights.flatMap((_, axis) =>
    [step, -step].map((move) => weights.map((weight, place) => (place === axis ? inside(weight + move) : weight))),
  );
}
