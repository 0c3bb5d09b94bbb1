import { useQuery } from '@urql/vue';
import { type ComputedRef, computed } from 'vue';
import { useSession } from '#ui/app/session.ts';
import { colleaguesQuery } from './setup.documents.ts';

/** The people of the company, to choose from. */
export function useColleagues(): ComputedRef<{ value: string; label: string }[]> {
  const { viewer } = useSession();
  const { data } = useQuery({
    query: colleaguesQuery,
    variables: computed(() => ({ organisationId: viewer.value?.membership?.organisation?.id ?? null })),
    requestPolicy: 'cache-and-network',
  });
  return computed(() =>
    (data.value?.memberships.nodes ?? []).flatMap(({ person }) =>
      person ? [{ value: person.id, label: person.name }] : [],
    ),
  );
}
