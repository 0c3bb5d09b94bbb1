/**
 * What a planning run reads and writes. Items are dense numbers, buckets columns: bucket 0 holds what is past due,
 * bucket 1 is the current one. All quantities are whole millionths of the item's stock unit (`amount.calc.ts`), all
 * money is in one currency, and row `i` of a table by item and bucket begins at `i * buckets`.
 */

/** How a net requirement becomes an order. The look-ahead rules join the requirements of later buckets. */
export const LotRule = {
  LOT_FOR_LOT: 0,
  /** Whole lots of `lotSize`. */
  FIXED: 1,
  /** At least `minimum`, in whole `multiple`s: these two bound every other rule as well. */
  MINIMUM_MULTIPLE: 2,
  /** What `lotSize` buckets need. */
  PERIODS: 3,
  /** At least the economic order quantity of the mean requirement. */
  ECONOMIC: 4,
  SILVER_MEAL: 5,
  LEAST_UNIT_COST: 6,
  PART_PERIOD: 7,
  WAGNER_WHITIN: 8,
  /** What the master schedule says and open supply does not bring already, whatever is needed. */
  MASTER_SCHEDULE: 9,
} as const;
export type LotRuleName = keyof typeof LotRule;

/** One row per item; an item planned at two sites is two. */
export interface MrpItems {
  readonly count: number;
  readonly onHand: Float64Array;
  readonly safetyStock: Float64Array;
  readonly rule: Uint8Array;
  /** Quantity of a fixed lot, or number of buckets for `PERIODS`. */
  readonly lotSize: Float64Array;
  /** 0: none. */
  readonly minimum: Float64Array;
  /** Orders are whole multiples of it; 1 where any millionth may be ordered, a million where pieces are counted. */
  readonly multiple: Float64Array;
  /** An order above it is cut into several; 0: none. */
  readonly maximum: Float64Array;
  /** Per order, and per unit and bucket: for the rules that weigh them. */
  readonly orderCost: Float64Array;
  readonly holdingCost: Float64Array;
  /** Share lost in making, 0 up to but not 1: so much more is started, in whole multiples of `multiple`. */
  readonly scrap: Float64Array;
  /** Which row of `MrpTiming` says when its orders are due and released. */
  readonly timing: Int32Array;
  /** The first bucket new orders may be due in: what falls short before is ordered then. 0 is past due: no fence. */
  readonly fence: Int16Array;
  /** Open supply that comes up to so many buckets after a shortage is brought forward instead of ordering anew. */
  readonly expedite: Int16Array;
}

/** Per row and bucket of need: when an order for it is due (safety lead time), and when released (lead time as well). */
export interface MrpTiming {
  readonly due: Int16Array;
  readonly release: Int16Array;
}

/** Components by parent: those of item `p` are `first[p]` up to, not including, `first[p + 1]`. */
export interface MrpComponents {
  readonly first: Int32Array;
  readonly child: Int32Array;
  /** Stock units of the child per one of the parent. */
  readonly per: Float64Array;
  /** Share that is lost, 0 up to but not 1. */
  readonly scrap: Float64Array;
  /** What is lost is made up in whole steps, in millionths: a million where pieces are counted. */
  readonly step: Float64Array;
  /** Valid for releases in buckets from `from` up to, not including, `until`. */
  readonly from: Int16Array;
  readonly until: Int16Array;
}

/** Requirements from outside the structure: forecast, orders, issues still due to open work orders. */
export interface MrpDemand {
  readonly item: Int32Array;
  readonly bucket: Int16Array;
  readonly quantity: Float64Array;
}

/** Supply that stands: open orders, and planned orders that are firm. */
export interface MrpSupply {
  readonly item: Int32Array;
  readonly bucket: Int16Array;
  readonly quantity: Float64Array;
  /** The bucket in which a firm planned order draws its components; -1 where nothing is drawn any more. */
  readonly release: Int16Array;
}

/** What the master schedule wants in a bucket of an item planned by `MASTER_SCHEDULE`; in any order. */
export interface MrpSchedule {
  readonly item: Int32Array;
  readonly bucket: Int16Array;
  readonly quantity: Float64Array;
}

export interface MrpInput {
  /** Number of columns, bucket 0 included. */
  readonly buckets: number;
  readonly items: MrpItems;
  readonly timing: MrpTiming;
  readonly components: MrpComponents;
  readonly demand: MrpDemand;
  readonly supply: MrpSupply;
  readonly schedule: MrpSchedule;
}

/**
 * Planned orders as columns, grouped by item in the order they were planned, each item's by bucket. When one is due and
 * released, the timing says for the bucket it is needed in.
 */
export interface MrpOrders {
  readonly count: number;
  readonly item: Int32Array;
  readonly need: Int16Array;
  readonly quantity: Float64Array;
}

export interface MrpPlan {
  /** Deepest level of each item anywhere; no item is planned before its parents. */
  readonly level: Int16Array;
  /** Gross requirements by item and bucket. */
  readonly gross: Float64Array;
  readonly orders: MrpOrders;
}
