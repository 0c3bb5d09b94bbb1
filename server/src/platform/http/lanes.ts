/** What somebody asks at once beyond this waits in his own line, so that everybody else is answered meanwhile. */
const AT_ONCE = 3;
const MOST_WAITING = 200;

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/** Documents that are not our own run a few at a time for each party that asks. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  /** Null when so many of this party wait already that one more would wait for nothing. */
  run<T>(party: string, work: () => Promise<T>): Promise<T> | null {
    let lane = this.lanes.get(party);
    if (!lane) this.lanes.set(party, (lane = { running: 0, waiting: [] }));
    return lane.waiting.length >= MOST_WAITING ? null : this.inTurn(party, lane, work);
  }

  private async inTurn<T>(party: string, lane: Lane, work: () => Promise<T>): Promise<T> {
    if (lane.running < AT_ONCE) lane.running++;
    else await new Promise<void>((go) => lane.waiting.push(go));
    try {
      return await work();
    } finally {
      const next = lane.waiting.shift();
      // Whoever goes next takes the place of who is done.
      if (next) next();
      else if (--lane.running === 0) this.lanes.delete(party);
    }
  }
}
