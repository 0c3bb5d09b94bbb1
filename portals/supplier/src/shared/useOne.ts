import { type CombinedError, type TypedDocumentNode, useQuery } from '@urql/vue';
import { type ComputedRef, type MaybeRefOrGetter, computed, toValue } from 'vue';
import { useLiveRefresh } from './live.ts';

export interface One<Data> {
  readonly data: ComputedRef<Data | undefined>;
  /** Nothing to show yet. */
  readonly isLoading: ComputedRef<boolean>;
  readonly error: ComputedRef<CombinedError | null>;
  readonly refresh: () => void;
}

/** Reads what one page shows, and reads it again when something of this supplier changes; what is shown stays meanwhile. */
export function useOne<Data, Variables extends object>(
  query: TypedDocumentNode<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
): One<Data> {
  const answer = useQuery<Data, Variables>({
    query,
    variables: computed(() => toValue(variables)),
    requestPolicy: 'cache-and-network',
  });
  const { data, error } = answer;
  const refresh = (): void => void answer.executeQuery({ requestPolicy: 'network-only' });
  useLiveRefresh(refresh);
  return {
    data: computed(() => data.value),
    isLoading: computed(() => data.value === undefined && !error.value),
    error: computed(() => (data.value === undefined ? (error.value ?? null) : null)),
    refresh,
  };
}
