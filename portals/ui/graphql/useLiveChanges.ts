import { useSubscription } from '@urql/vue';
import { useDebounceFn } from '@vueuse/core';
import { watch } from 'vue';
import type { VariablesOf } from './graphql.ts';
import { liveChangeSubscription } from './live.documents.ts';
import { reconnections } from './reconnections.ts';

export type Topic = VariablesOf<typeof liveChangeSubscription>['topics'][number];

const GATHER_MILLISECONDS = 300;
/** Where changes never cease, they are shown this often all the same. */
const LONGEST_MILLISECONDS = 2000;

/**
 * Calls `refresh` when something on these topics changes for the viewer, and after a broken connection came back.
 * Changes that come together are answered once. Typical use: `useLiveChanges(['PROPOSAL'], list.refresh)`.
 */
export function useLiveChanges(topics: Topic[], refresh: () => void): void {
  const refreshSoon = useDebounceFn(refresh, GATHER_MILLISECONDS, { maxWait: LONGEST_MILLISECONDS });
  const { data } = useSubscription({ query: liveChangeSubscription, variables: { topics } });
  watch([data, reconnections], () => void refreshSoon());
}
