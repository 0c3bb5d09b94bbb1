import { type CombinedError, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { type ComputedRef, type MaybeRefOrGetter, computed, onScopeDispose, shallowRef, toValue, watch } from 'vue';
import { type Connection, ConnectionPages } from './connection-pages.ts';
import { OutdatedPages } from './outdated-pages.ts';

export interface ConnectionList<Row> {
  readonly rows: ComputedRef<readonly Row[]>;
  /** Nothing to show yet. */
  readonly isLoading: ComputedRef<boolean>;
  /** Rows are on screen and more, or newer ones, are under way. */
  readonly isBusy: ComputedRef<boolean>;
  readonly error: ComputedRef<CombinedError | null>;
  readonly hasMore: ComputedRef<boolean>;
  readonly loadMore: () => void;
  /** Asks again for what failed. */
  readonly retry: () => void;
  /** Asks the server again: at once for the pages in sight, for the others when they come into sight. Rows stay in place. */
  readonly refresh: () => void;
  /** Says which rows are in sight, from the first to the last; all of them until somebody says otherwise. */
  readonly look: (from: number, to: number) => void;
}

export interface ConnectionOptions<Data, Variables, Row> {
  readonly query: TypedDocumentNode<Data, Variables>;
  /** Everything but `first` and `after`. A change starts the list again from its first page. */
  readonly variables: MaybeRefOrGetter<Omit<Variables, 'first' | 'after'>>;
  readonly connection: (data: Data) => Connection<Row> | null | undefined;
  readonly pageSize?: number;
}

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 100;

/**
 * Reads a Relay connection page by page by its cursors. Every page stays subscribed to the cache, so a row changed by an act
 * or a subscription changes in place; while new variables load, the old rows stay.
 */
export function useConnection<Data, Variables extends { first: number; after?: string | null | undefined }, Row>(
  options: ConnectionOptions<Data, Variables, Row>,
): ConnectionList<Row> {
  const { client } = useClientHandle();
  const first = Math.min(options.pageSize ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const kept = shallowRef<readonly Row[]>([]);

  const list = new ConnectionPages<Row>((after, tell) => {
    // What the caller leaves out is exactly what is added here, which the compiler cannot see through Omit.
    const variables = { ...toValue(options.variables), first, after } as unknown as Variables;
    const source = client.query(options.query, variables, { requestPolicy: 'cache-and-network' });
    const subscription = source.subscribe(({ data, error, stale }) => {
      const connection = data ? (options.connection(data) ?? null) : null;
      tell({ connection, error: error ?? null, isFetching: stale });
    });
    return () => subscription.unsubscribe();
  });
  const { pages } = list;
  const last = computed(() => pages.value.at(-1));
  const rows = computed(() => {
    const shown = pages.value.flatMap(({ connection }) => connection?.edges.map(({ node }) => node) ?? []);
    return pages.value[0]?.connection || pages.value[0]?.error ? shown : kept.value;
  });
  const outdated = new OutdatedPages(first);
  const restart = (): void => {
    kept.value = rows.value;
    outdated.forget();
    list.restart();
  };
  watch(() => JSON.stringify(toValue(options.variables)), restart, { immediate: true });
  onScopeDispose(() => list.stop());

  return {
    rows,
    // A further page was opened because there was more; until it arrives that stays true.
    hasMore: computed(() => last.value?.connection?.pageInfo.hasNextPage ?? pages.value.length > 1),
    isBusy: computed(() => pages.value.some(({ isFetching }) => isFetching)),
    isLoading: computed(() => rows.value.length === 0 && (last.value?.isFetching ?? true)),
    error: computed(() => pages.value.find(({ error }) => error)?.error ?? null),
    loadMore: () => list.openNext(),
    retry: () => list.askAgain(({ error }) => error !== null),
    refresh: () => {
      outdated.mark(pages.value.length);
      list.askAgain((_, index) => outdated.takeUp(index));
    },
    look: (from, to) => {
      if (outdated.look(from, to)) list.askAgain((_, index) => outdated.takeUp(index));
    },
  };
}
