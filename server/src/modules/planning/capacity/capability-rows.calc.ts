import type { CalendarDate } from '../../../kernel/calendar-date.ts';

/** An item of the structure: how it is had, and how much of it is promised already. Quantities in its stock unit. */
export interface CapabilityItem {
  readonly id: string;
  readonly sku: string;
  readonly isMade: boolean;
  readonly leadTime: number | null;
  readonly isInWeeks: boolean;
  readonly scrap: number;
  readonly minimum: number;
  readonly multiple: number;
  readonly isCounted: boolean;
  readonly promised: number;
}

/** What can be made of what, and what that takes, at one site. */
export interface CapabilityRows {
  readonly items: readonly CapabilityItem[];
  readonly lines: readonly {
    readonly parent: string;
    readonly child: string;
    readonly per: number;
    readonly scrap: number;
    readonly isPhantom: boolean;
  }[];
  readonly operations: readonly {
    readonly itemId: string;
    readonly centreId: string;
    readonly setupHours: number;
    readonly runHours: number;
  }[];
  readonly supplies: readonly { readonly itemId: string; readonly on: CalendarDate; readonly quantity: number }[];
  readonly loads: readonly { readonly centreId: string; readonly on: CalendarDate; readonly hours: number }[];
}
