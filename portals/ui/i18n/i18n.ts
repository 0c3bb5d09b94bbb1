import { usePreferredLanguages, useStorage } from '@vueuse/core';
import { watch } from 'vue';
import { createI18n } from 'vue-i18n';

export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

function preferredLocale(): Locale {
  const first = usePreferredLanguages().value.find((tag) => /^(en|zh)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

const stored = useStorage<string>('corridor.locale', preferredLocale());

export function isLocale(tag: unknown): tag is Locale {
  return locales.some((locale) => locale === tag);
}

function knownLocale(tag: string): Locale {
  return isLocale(tag) ? tag : 'en';
}

export const i18n = createI18n({
  legacy: false,
  locale: knownLocale(stored.value),
  fallbackLocale: 'en',
  missingWarn: import.meta.env.DEV,
  messages: { en: {}, 'zh-CN': {} },
});

/** The language of everything on screen; also sent to the server, whose messages follow it. */
export function currentLocale(): Locale {
  return knownLocale(i18n.global.locale.value);
}

export function chooseLocale(locale: Locale): void {
  stored.value = locale;
  i18n.global.locale.value = locale;
}

watch(i18n.global.locale, (locale) => document.documentElement.setAttribute('lang', locale), {
  immediate: true,
});
