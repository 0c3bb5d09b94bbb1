import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Locale } from '../i18n/i18n.ts';

/** One entry of a portal's navigation with the routes behind it. The first route is the area's own page. */
export interface PortalArea {
  /** Place in the navigation; on phones the first four get a place in the bar. */
  readonly order: number;
  readonly title: Readonly<Record<Locale, string>>;
  readonly icon: Component;
  readonly path: string;
  readonly routes: readonly RouteRecordRaw[];
  /** Shown only to people with this action among `viewer.allowedActions`. The server decides again. */
  readonly needs?: string;
}

export function collectAreas(modules: Record<string, unknown>): PortalArea[] {
  return (Object.values(modules) as PortalArea[]).sort((a, b) => a.order - b.order);
}
