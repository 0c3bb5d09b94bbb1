import { useQuery } from '@urql/vue';
import { type ComputedRef, computed } from 'vue';
import { queuesInUseQuery } from './setup.documents.ts';

/** The queues in use, to choose from. */
export function useQueueChoices(): ComputedRef<{ value: string; label: string }[]> {
  const { data } = useQuery({ query: queuesInUseQuery, variables: {} });
  return computed(() => (data.value?.serviceQueues.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })));
}
