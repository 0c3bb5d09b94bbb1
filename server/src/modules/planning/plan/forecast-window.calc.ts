/** How far, in buckets, an order looks for forecast to consume: its own bucket only, as a planner reads a record. */
export const FORECAST_WINDOW = { backward: 0, forward: 0 } as const;
