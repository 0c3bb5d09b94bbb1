/**
 * Which pages of a long list have to be asked for again, and which of them now: a change must not ask for two hundred
 * pages at once because somebody has scrolled far.
 */
export class OutdatedPages {
  readonly #pages = new Set<number>();
  readonly #size: number;
  #from = 0;
  #to = Number.POSITIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  /** Nothing that is shown can be trusted any more. */
  mark(count: number): void {
    for (let index = 0; index < count; index++) this.#pages.add(index);
  }

  forget(): void {
    this.#pages.clear();
  }

  /** @returns whether something in sight is outdated */
  look(from: number, to: number): boolean {
    [this.#from, this.#to] = [from, to];
    return [...this.#pages].some((index) => this.#isInSight(index));
  }

  /** Whether this page is to be asked for now; it is then no longer outdated. */
  takeUp(index: number): boolean {
    return this.#isInSight(index) && this.#pages.delete(index);
  }

  #isInSight(index: number): boolean {
    return index * this.#size <= this.#to && (index + 1) * this.#size > this.#from;
  }
}
