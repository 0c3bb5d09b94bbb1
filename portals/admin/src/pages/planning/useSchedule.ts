import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useAct } from '#ui/forms/useAct.ts';
import { masterScheduleQuery, masterScheduleSaveMutation } from './schedule.documents.ts';

/** A master schedule with what the planner tries on it; the server works out what it would do. */
export function useSchedule(planningItemId: () => string) {
  const tried = ref<ReadonlyMap<string, string | null>>(new Map());
  const isProposing = ref(false);
  const asked = useQuery({
    query: masterScheduleQuery,
    variables: computed(() => ({
      id: planningItemId(),
      weeks: [...tried.value].map(([bucketOn, quantity]) => ({ bucketOn, quantity })),
      isProposed: isProposing.value,
    })),
    requestPolicy: 'network-only',
  });
  const schedule = computed(() => asked.data.value?.masterSchedule ?? null);
  const weeks = computed(() => schedule.value?.weeks ?? []);
  const changed = computed(() => weeks.value.filter(({ isChanged }) => isChanged));
  const saving = useAct(masterScheduleSaveMutation, (data) => data.masterScheduleSave);

  // What was proposed becomes what is tried, to be changed further like any other.
  watch(schedule, () => {
    if (!isProposing.value || asked.stale.value || asked.fetching.value) return;
    tried.value = new Map(changed.value.map(({ startsOn, mps }) => [startsOn, mps]));
    isProposing.value = false;
  });

  function put(week: string, quantity: string | null): void {
    tried.value = new Map(tried.value).set(week, quantity);
  }
  function discard(): void {
    tried.value = new Map();
    saving.reset();
  }
  async function save(chosen: typeof weeks.value, isFirm: boolean): Promise<boolean> {
    const drafts = chosen.map(({ startsOn, mps, version }) => ({
      bucketOn: startsOn,
      quantity: mps,
      expectedVersion: version,
    }));
    const done = await saving.run({ input: { planningItemId: planningItemId(), isFirm, weeks: drafts } });
    if (!done) return false;
    const kept = new Set(chosen.map(({ startsOn }) => startsOn));
    tried.value = new Map([...tried.value].filter(([week]) => !kept.has(week)));
    asked.executeQuery({ requestPolicy: 'network-only' });
    return true;
  }
  const refresh = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  const { fetching: isLoading, error } = asked;
  return { schedule, weeks, changed, isLoading, error, saving, isProposing, put, discard, save, refresh };
}
