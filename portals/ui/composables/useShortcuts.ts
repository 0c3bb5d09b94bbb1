import { useEventListener } from '@vueuse/core';
import { onScopeDispose, shallowReactive } from 'vue';

export interface Shortcut {
  readonly key: string;
  readonly label: () => string;
  readonly run: () => void;
}

/** In order of registration: the newest owner of a key answers it. */
const shortcuts = shallowReactive<Shortcut[]>([]);

/** What the help dialog lists: one line per key, the newest owner's words. */
export function activeShortcuts(): Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.key, shortcut])).values()];
}

/** Gives a key to the calling component for as long as it lives. Keys are plain characters: `/`, `j`, `?`. */
export function useShortcut(key: string, label: () => string, run: () => void): void {
  const shortcut = { key, label, run };
  shortcuts.push(shortcut);
  onScopeDispose(() => shortcuts.splice(shortcuts.indexOf(shortcut), 1));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]'))
  );
}

/** Listens once, for the whole app. Quiet while somebody types, and while a dialog or menu is open. */
export function useShortcutListener(): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('dialog:modal, [role=menu]')) return;
    const shortcut = shortcuts.findLast(({ key }) => key === event.key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  });
}
