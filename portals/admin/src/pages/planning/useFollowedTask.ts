import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useLiveChanges } from '#ui/graphql/useLiveChanges.ts';
import { runTaskQuery } from './planning.documents.ts';

/** Follows a long work by its id until it has ended; the page may be left meanwhile. */
export function useFollowedTask(onEnd: (state: 'DONE' | 'FAILED') => void) {
  const taskId = ref<string | null>(null);
  const asked = useQuery({
    query: runTaskQuery,
    variables: computed(() => ({ id: taskId.value ?? '' })),
    pause: computed(() => taskId.value === null),
    requestPolicy: 'network-only',
  });
  const task = computed(() => (taskId.value === null ? null : (asked.data.value?.task ?? null)));
  useLiveChanges(['TASK'], () => void asked.executeQuery({ requestPolicy: 'network-only' }));
  watch(
    () => task.value?.state,
    (state) => {
      if (state !== 'DONE' && state !== 'FAILED') return;
      taskId.value = null;
      onEnd(state);
    },
  );
  return { taskId, task };
}
