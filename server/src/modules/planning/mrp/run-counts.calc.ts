/** What a run looked at and what came of it. */
export interface RunCounts {
  readonly itemCount: number;
  /** Planned orders and messages written, changed or taken away. */
  readonly changedCount: number;
  readonly orderCount: number;
  readonly messageCount: number;
}

/** Told how far a run is. */
export type Progress = (done: number, total: number) => Promise<void>;
