import { i18n } from './i18n.ts';

export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The other language: the same keys, nothing more, nothing less. */
type SameKeys<M> = { readonly [K in keyof M]: M[K] extends string ? string : SameKeys<M[K]> };

/** Every key of a message tree as a dotted path: `'title' | 'column.dueOn'`. */
export type MessageKey<M> = {
  [K in keyof M & string]: M[K] extends string ? K : `${K}.${MessageKey<M[K]>}`;
}[keyof M & string];

export interface AreaMessages<M extends MessageTree> {
  readonly area: string;
  readonly en: M;
}

export type Translate<Key extends string> = (key: Key, named?: Record<string, string | number>) => string;

/**
 * Registers one area's words in both languages; a key missing in either is a compile error.
 * Call it once, at the top level of `<area>.messages.ts`; area names are unique within a portal.
 */
export function defineMessages<const M extends MessageTree>(
  area: string,
  messages: { readonly en: M; readonly 'zh-CN': SameKeys<NoInfer<M>> },
): AreaMessages<M> {
  i18n.global.mergeLocaleMessage('en', { [area]: messages.en });
  i18n.global.mergeLocaleMessage('zh-CN', { [area]: messages['zh-CN'] });
  return { area, en: messages.en };
}

/**
 * The translate function of an area, with its keys checked: `const t = useMessages(proposalMessages)`.
 * A named value `n` also chooses between the plural forms of `one | many`. Reactive to the language wherever it is called while rendering.
 */
export function useMessages<M extends MessageTree>({ area }: AreaMessages<M>): Translate<MessageKey<M>> {
  return (key, named = {}) => {
    const path = `${area}.${key}`;
    return typeof named['n'] === 'number' ? i18n.global.t(path, named, named['n']) : i18n.global.t(path, named);
  };
}
