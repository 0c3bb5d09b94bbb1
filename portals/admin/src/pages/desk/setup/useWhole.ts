import { type TypedDocumentNode, useQuery } from '@urql/vue';
import { computed } from 'vue';
import type { ConnectionList } from '#ui/list/useConnection.ts';

/** A list that comes in one go: of the few things that are put into an order. */
export function useWhole<Data, Row>(
  query: TypedDocumentNode<Data, Record<string, never>>,
  rowsOf: (data: Data) => readonly Row[],
): ConnectionList<Row> {
  const asked = useQuery({
    query,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const { data, error, fetching } = asked;
  const refresh = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  return {
    rows: computed(() => (data.value ? rowsOf(data.value) : [])),
    isLoading: computed(() => !data.value && !error.value),
    isBusy: computed(() => fetching.value),
    error: computed(() => error.value ?? null),
    hasMore: computed(() => false),
    loadMore: () => undefined,
    retry: refresh,
    refresh,
    look: () => undefined,
  };
}
