import { type Ref, nextTick, ref } from 'vue';
import { useShortcut } from '../composables/useShortcuts.ts';
import { useMessages } from '../i18n/define-messages.ts';
import { kitMessages } from '../i18n/kit.messages.ts';
import type { ListRow } from './columns.ts';

export interface RowKeyOptions<Row> {
  readonly rows: () => readonly Row[];
  readonly root: () => HTMLElement | null;
  readonly open: (row: Row) => void;
  readonly select: ((row: Row) => void) | null;
  /** Brings a row that is not drawn into view. */
  readonly reveal: (index: number) => void;
}

/** Walking a list by keyboard: `j` and `k` or the arrows move, `Enter` opens, `x` selects. One row at a time is in the tab order. */
export function useRowKeys<Row extends ListRow>({
  rows,
  root,
  open,
  select,
  reveal,
}: RowKeyOptions<Row>): { current: Ref<number>; onKeydown: (event: KeyboardEvent) => void } {
  const t = useMessages(kitMessages);
  const current = ref(0);
  const started = (): boolean => root()?.contains(document.activeElement) ?? false;

  const moveTo = async (index: number): Promise<void> => {
    if (rows().length === 0) return;
    current.value = Math.max(0, Math.min(index, rows().length - 1));
    reveal(current.value);
    await nextTick();
    root()?.querySelector<HTMLElement>(`[data-row="${current.value}"]`)?.focus();
  };
  const step = (by: number): void => void moveTo(started() ? current.value + by : current.value);
  const onCurrent = (act: (row: Row) => void): void => {
    const row = rows()[current.value];
    if (row && started()) act(row);
  };

  useShortcut(
    'j',
    () => t('shortcut.next'),
    () => step(1),
  );
  useShortcut(
    'k',
    () => t('shortcut.previous'),
    () => step(-1),
  );
  if (select)
    useShortcut(
      'x',
      () => t('shortcut.select'),
      () => onCurrent(select),
    );

  const acts: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => onCurrent(open),
  };
  const onKeydown = (event: KeyboardEvent): void => {
    const target = event.target;
    const act = acts[event.key];
    // Only on the row itself: links and boxes inside keep their own keys.
    if (!act || !(target instanceof HTMLElement) || target.dataset['row'] === undefined) return;
    event.preventDefault();
    current.value = Number(target.dataset['row']);
    act();
  };
  return { current, onKeydown };
}
