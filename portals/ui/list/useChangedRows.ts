import { type ShallowRef, onScopeDispose, shallowRef, watch } from 'vue';
import type { ListRow } from './columns.ts';

const SHOWN_MILLISECONDS = 4_000;

/** Ids of rows whose content changed while on screen, for a short while each. New and reordered rows are not changes. */
export function useChangedRows<Row extends ListRow>(
  rows: () => readonly Row[],
): Readonly<ShallowRef<ReadonlySet<string>>> {
  const changed = shallowRef<ReadonlySet<string>>(new Set());
  const timers = new Set<ReturnType<typeof setTimeout>>();
  watch(rows, (now, before) => {
    const known = new Map(before.map((row) => [row.id, row]));
    const ids = now
      .filter((row) => {
        const old = known.get(row.id);
        return old !== undefined && old !== row && JSON.stringify(old) !== JSON.stringify(row);
      })
      .map(({ id }) => id);
    if (ids.length === 0) return;
    changed.value = new Set([...changed.value, ...ids]);
    const timer = setTimeout(() => {
      timers.delete(timer);
      changed.value = new Set([...changed.value].filter((id) => !ids.includes(id)));
    }, SHOWN_MILLISECONDS);
    timers.add(timer);
  });
  onScopeDispose(() => timers.forEach((timer) => clearTimeout(timer)));
  return changed;
}
