import { useQuery } from '@urql/vue';
import { type ComputedRef, computed } from 'vue';
import { queuesInUseQuery } from './setup.documents.ts';

/** The queues in use, to choose from: also the one that was made on the page before. */
export function useQueueChoices(): ComputedRef<{ value: string; label: string }[]> {
  const { data } = useQuery({ query: queuesInUseQuery, variables: {}, requestPolicy: 'cache-and-network' });
  return computed(() => (data.value?.serviceQueues.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })));
}
