import { type CombinedError, type TypedDocumentNode, useQuery } from '@urql/vue';
import { type ComputedRef, type Ref, computed } from 'vue';

export interface ShownObject<Shown> {
  readonly object: ComputedRef<Shown | null>;
  readonly error: Ref<CombinedError | undefined>;
  readonly isLoading: ComputedRef<boolean>;
  readonly refresh: () => void;
}

/** One document by the id in the address: from the cache at once, and asked again. */
export function useObject<Data, Shown>(
  query: TypedDocumentNode<Data, { id: string }>,
  id: () => string,
  objectOf: (data: Data) => Shown | null | undefined,
): ShownObject<Shown> {
  const result = useQuery<Data, { id: string }>({
    query,
    variables: computed(() => ({ id: id() })),
    requestPolicy: 'cache-and-network',
  });
  const object = computed(() => (result.data.value ? (objectOf(result.data.value) ?? null) : null));
  return {
    object,
    error: result.error,
    isLoading: computed(
      () => object.value === null && (result.fetching.value || result.stale.value || !result.data.value),
    ),
    refresh: () => void result.executeQuery({ requestPolicy: 'network-only' }),
  };
}
