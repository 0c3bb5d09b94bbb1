import { useStorage } from '@vueuse/core';
import { type Ref, watch } from 'vue';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The reader's choice of light, dark or "as the device says", kept on this device. */
export const theme: Ref<Theme> = useStorage<Theme>('corridor.theme', 'auto');

export function isTheme(choice: unknown): choice is Theme {
  return themes.some((known) => known === choice);
}

export function chooseTheme(choice: Theme): void {
  theme.value = choice;
}

/** Applied on import, before the first paint of the app. */
watch(
  theme,
  (chosen) => {
    document.documentElement.dataset['theme'] = isTheme(chosen) ? chosen : 'auto';
  },
  { immediate: true },
);
