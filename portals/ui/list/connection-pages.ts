import type { CombinedError } from '@urql/vue';
import { type ShallowRef, shallowRef } from 'vue';

/** The part of a Relay connection a list reads. */
export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Page<Row> {
  readonly after: string | null;
  readonly connection: Connection<Row> | null;
  readonly error: CombinedError | null;
  readonly isFetching: boolean;
}

export type PageResult<Row> = Omit<Page<Row>, 'after'>;

/** Starts reading the page after a cursor, tells every answer, and gives back the way to stop. */
export type ReadPage<Row> = (after: string | null, tell: (result: PageResult<Row>) => void) => () => void;

/** The pages of one list in order, each kept subscribed for as long as it is shown. */
export class ConnectionPages<Row> {
  readonly pages: ShallowRef<readonly Page<Row>[]> = shallowRef([]);
  readonly #read: ReadPage<Row>;
  readonly #stops: (() => void)[] = [];

  constructor(read: ReadPage<Row>) {
    this.#read = read;
  }

  /** Begins again with the first page. */
  restart(): void {
    this.stop();
    this.#open(0, null);
  }

  /** Opens the page after the last one, unless that is still on its way. */
  openNext(): void {
    const last = this.pages.value.at(-1);
    const cursor = last?.connection?.pageInfo.endCursor;
    if (last?.connection?.pageInfo.hasNextPage && !last.isFetching && cursor)
      this.#open(this.pages.value.length, cursor);
  }

  /** Asks again for the pages that `matches` picks; what they show stays meanwhile. */
  askAgain(matches: (page: Page<Row>, index: number) => boolean): void {
    this.pages.value.forEach((page, index) => {
      if (!matches(page, index)) return;
      this.#put(index, { ...page, error: null, isFetching: true });
      this.#subscribe(index, page.after);
    });
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #open(index: number, after: string | null): void {
    this.pages.value = [
      ...this.pages.value.slice(0, index),
      { after, connection: null, error: null, isFetching: true },
    ];
    this.#subscribe(index, after);
  }

  #subscribe(index: number, after: string | null): void {
    this.#stops[index]?.();
    this.#stops[index] = this.#read(after, (result) => {
      const connection = result.connection ?? this.pages.value[index]?.connection ?? null;
      this.#put(index, { ...result, connection, after });
    });
  }

  #put(index: number, page: Page<Row>): void {
    this.pages.value = this.pages.value.with(index, page);
  }
}
