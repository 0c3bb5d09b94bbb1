import { useDebounceFn } from '@vueuse/core';
import { type ComputedRef, computed } from 'vue';
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router';

/** Filter name -> the values it may take; null where any text may be one (an id). */
export type FilterSpec = Readonly<Record<string, readonly string[] | null>>;

export type FilterValues<Spec extends FilterSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends readonly (infer Value)[] ? readonly Value[] : readonly string[];
};

export interface ListState<Spec extends FilterSpec = FilterSpec> {
  readonly search: ComputedRef<string>;
  /** A column key, `-` before it for descending; empty for the server's own order. */
  readonly sort: ComputedRef<string>;
  readonly filters: ComputedRef<FilterValues<Spec>>;
  readonly isFiltered: ComputedRef<boolean>;
  readonly setSearch: (text: string) => void;
  readonly setSort: (sort: string) => void;
  readonly setFilter: (name: keyof Spec & string, values: readonly string[]) => void;
  readonly clear: () => void;
  /** Search that follows typing, a moment later. */
  readonly searchSoon: (text: string) => void;
}

const TYPING_PAUSE_MILLISECONDS = 250;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Search, sort and filters of a list, held in the address (`?q=&sort=&state=OPEN,LATE`), so that a link shows the same list. Unknown filter values are dropped. */
export function useListState<const Spec extends FilterSpec>(
  options: { filters?: Spec; sort?: string } = {},
): ListState<Spec> {
  const route = useRoute();
  const router = useRouter();
  const spec: FilterSpec = options.filters ?? {};
  const defaultSort = options.sort ?? '';

  const write = (change: LocationQueryRaw): void => {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...change }).filter(([, value]) => value !== ''));
    void router.replace({ query, hash: route.hash });
  };
  const valuesOf = (name: string): readonly string[] => {
    const allowed = spec[name] ?? null;
    return textOf(route.query[name])
      .split(',')
      .filter((value) => value !== '' && (allowed === null || allowed.includes(value)));
  };
  const search = computed(() => textOf(route.query['q']));
  const setSearch = (text: string): void => write({ q: text.trim() });
  const searchAfterPause = useDebounceFn(setSearch, TYPING_PAUSE_MILLISECONDS);

  return {
    search,
    setSearch,
    searchSoon: (text) => void searchAfterPause(text),
    sort: computed(() => textOf(route.query['sort']) || defaultSort),
    setSort: (sort) => write({ sort: sort === defaultSort ? '' : sort }),
    filters: computed(
      () => Object.fromEntries(Object.keys(spec).map((name) => [name, valuesOf(name)])) as FilterValues<Spec>,
    ),
    isFiltered: computed(() => search.value !== '' || Object.keys(spec).some((name) => valuesOf(name).length > 0)),
    setFilter: (name, values) => write({ [name]: values.join(',') }),
    clear: () => write({ q: '', ...Object.fromEntries(Object.keys(spec).map((name) => [name, ''])) }),
  };
}
