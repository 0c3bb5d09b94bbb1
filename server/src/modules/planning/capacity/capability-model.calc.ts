import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { orderSize, withScrap } from '../mrp/rounding.calc.ts';
import { useHours, type Capability, type FreeCentre } from './capable-to-promise.calc.ts';
import type { CapabilityItem, CapabilityRows } from './capability-rows.calc.ts';
import { freeAfter } from './free-amounts.calc.ts';

/** The working days of a site from today on, counted. */
export interface CountedDays {
  readonly buckets: number;
  /** The bucket of a day: that day, or the next worked one. */
  bucketOf(day: CalendarDate): number;
  /** How many buckets so many weeks take. */
  weeks(count: number): number;
}

const MILLIONTH = 1e-6;

/**
 * What the site can make of what it has, item by item. The items that are asked for have nothing left that is free: what
 * is asked is what their own supplies do not serve.
 */
export function capabilitiesOf(
  rows: CapabilityRows,
  asked: ReadonlySet<string>,
  days: CountedDays,
  centreHours: ReadonlyMap<string, FreeCentre>,
): (itemId: string) => Capability | null {
  for (const { centreId, on, hours } of rows.loads) {
    const centre = centreHours.get(centreId);
    if (centre) useHours(centre.hours, days.bucketOf(on), hours);
  }
  const items = new Map(rows.items.map((item) => [item.id, item]));
  const lines = Map.groupBy(rows.lines, ({ parent }) => parent);
  const operations = Map.groupBy(rows.operations, ({ itemId }) => itemId);
  const supplies = Map.groupBy(rows.supplies, ({ itemId }) => itemId);
  const known = new Map<string, Capability>();

  const build = (item: CapabilityItem, isPhantom: boolean): Capability => {
    const name = `${item.id} ${isPhantom}`;
    const before = known.get(name);
    if (before) return before;
    const here = asked.has(item.id) || isPhantom ? [] : (supplies.get(item.id) ?? []);
    const steps = isPhantom ? [] : (operations.get(item.id) ?? []);
    const made: Capability = {
      name: item.sku,
      free: freeAfter(
        here.map(({ on, quantity }) => ({ bucket: days.bucketOf(on), quantity })),
        item.promised,
        days.buckets,
      ),
      leadTime: isPhantom ? 0 : leadTimeOf(item, steps.length > 0, days),
      components: (lines.get(item.id) ?? []).map(({ child, per, scrap, isPhantom: isPassed }) => {
        const part = items.get(child)!;
        return {
          capability: build(part, isPassed),
          need: (started: number) => withScrap(started * per, scrap, part.isCounted ? 1 : MILLIONTH),
        };
      }),
      operations: steps.flatMap(({ centreId, setupHours, runHours }) => {
        const centre = centreHours.get(centreId);
        return centre ? [{ centre, setupHours, runHours }] : [];
      }),
      lot: isPhantom ? exactly : (missing) => lotOf(item, missing),
    };
    known.set(name, made);
    return made;
  };

  return (itemId) => {
    const item = items.get(itemId);
    const isKnown = item?.isMade && (lines.has(itemId) || operations.has(itemId));
    return isKnown ? build(item, false) : null;
  };
}

/** What is made by operations needs no other lead time than theirs. */
function leadTimeOf({ leadTime, isInWeeks }: CapabilityItem, hasOperations: boolean, days: CountedDays): number | null {
  if (leadTime === null) return hasOperations ? 0 : null;
  return isInWeeks ? days.weeks(leadTime) : leadTime;
}

const exactly = (missing: number) => ({ made: missing, started: missing });

function lotOf({ minimum, multiple, isCounted, scrap, isMade }: CapabilityItem, missing: number) {
  if (!isMade) return exactly(missing);
  const step = multiple || (isCounted ? 1 : MILLIONTH);
  const made = orderSize(missing, minimum, step);
  return { made, started: withScrap(made, scrap, step) };
}
