import type { RouteLocationRaw } from 'vue-router';
import type { StatusTone } from '#ui/figures/status.ts';

type Key =
  | 'review'
  | 'overdueOrders'
  | 'arrived'
  | 'overdueNotices'
  | 'discrepancies'
  | 'low'
  | 'failed'
  | 'toConfirm'
  | 'atRisk'
  | 'toShip'
  | 'toReturn'
  | 'owed';

export interface TodayRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly to: RouteLocationRaw;
}

/** One kind of exception: whose it is, how many there are, the first of them, and where all are. */
export interface TodayGroup {
  readonly key: Key;
  readonly owner: 'buyer' | 'warehouse' | 'planner' | 'administrator' | 'sales' | 'finance';
  readonly tone: StatusTone;
  readonly count: number;
  readonly rows: readonly TodayRow[];
  readonly to: RouteLocationRaw;
}
