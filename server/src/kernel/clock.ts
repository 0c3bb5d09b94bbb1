/** Where the time comes from. Code asks its clock and never the system, so that tests choose the moment. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  advance(milliseconds: number): void;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock for tests and replays, standing at `start` (a Date, or an ISO 8601 text with its offset).
 * @throws RangeError when the text is no instant.
 */
export function fixedClock(start: string | Date): FixedClock {
  let time = new Date(start).getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${String(start)}`);
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}
