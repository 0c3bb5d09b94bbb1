const RIDGE = 1e-9;

/**
 * The start that makes a linear method fit best. Expectations of such a method are affine in where it starts, so the
 * least squared error has a closed form: the columns are what each unit of the start adds to every expectation.
 */
export function bestStart(
  history: readonly number[],
  size: number,
  run: (start: readonly number[]) => readonly number[],
): number[] {
  const unit = (place: number) => Array.from({ length: size }, (_, at) => Number(at === place));
  const base = run(unit(-1));
  const columns = Array.from({ length: size }, (_, place) =>
    run(unit(place)).map((value, row) => value - (base[row] ?? 0)),
  );
  const target = history.map((value, row) => value - (base[row] ?? 0));
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, row) => sum + value * (b[row] ?? 0), 0);
  return solve(
    columns.map((column, place) => columns.map((other, at) => product(column, other) * (place === at ? 1 + RIDGE : 1))),
    columns.map((column) => product(column, target)),
  );
}

/** Solves a small system by elimination with pivots; what is not determined is 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0]);
  rows.forEach((_, column) => {
    const pivot = rows.reduce(
      (best, row, place) => (place > column && Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? place : best),
      column,
    );
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column];
    if (Math.abs(head[column]!) < Number.EPSILON) return;
    rows.forEach((row, place) => {
      if (place === column) return;
      const factor = row[column]! / head[column]!;
      head.forEach((value, at) => (row[at]! -= factor * value));
    });
  });
  return rows.map((row, place) => (Math.abs(row[place]!) < Number.EPSILON ? 0 : row.at(-1)! / row[place]!));
}
