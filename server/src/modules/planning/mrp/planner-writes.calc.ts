import { newIds } from '../../../kernel/id.ts';
import type { ActionMessage } from './action-messages.calc.ts';
import { bigintArray, dateArray, intArray, uuidArray, uuidArrayOf } from './binary-array.calc.ts';
import type { OrderDifference, PlannedOrders } from './order-difference.calc.ts';
import type { Tables } from './planning-tables.calc.ts';

/** Keys of the items of a run, by place: sixteen bytes each. */
export interface ScopeKeys {
  readonly item: Uint8Array;
  readonly site: Uint8Array;
}

/** Parameters of one statement, each an array in Postgres' binary form. */
export type Parameters = Readonly<Record<string, Uint8Array>>;

/** What is to be written, in pieces that do not hold up the line they travel on. */
export interface PlannerWrites {
  readonly insertedOrders: readonly Parameters[];
  readonly updatedOrders: readonly Parameters[];
  readonly deletedOrders: readonly Parameters[];
  readonly insertedMessages: readonly Parameters[];
  readonly updatedMessages: readonly Parameters[];
  readonly endedMessages: readonly Parameters[];
  readonly levels: readonly Parameters[];
}

const ROWS = 4096;
/** What stands for none: no day and no quantity is that small. */
export const NONE = -2_147_483_648;

function pieces<T>(rows: readonly T[], write: (rows: readonly T[]) => Parameters): Parameters[] {
  const all: Parameters[] = [];
  for (let start = 0; start < rows.length; start += ROWS) all.push(write(rows.slice(start, start + ROWS)));
  return all;
}

const orderValues = (orders: PlannedOrders, rows: readonly number[]): Parameters => ({
  id: uuidArrayOf(orders.id, rows),
  made: intArray(rows.map((row) => orders.isMade[row]!)),
  quantity: bigintArray(rows.map((row) => orders.quantity[row]!)),
  release: dateArray(rows.map((row) => orders.releaseDay[row]!)),
  due: dateArray(rows.map((row) => orders.dueDay[row]!)),
  supplier: uuidArrayOf(orders.supplier, rows),
});

export function orderWrites(
  { orders, inserted, updated, deleted }: OrderDifference,
  stored: Tables['orders'],
  scope: ScopeKeys,
): Pick<PlannerWrites, 'insertedOrders' | 'updatedOrders' | 'deletedOrders'> {
  const placesOf = (rows: readonly number[]) => rows.map((row) => orders.place[row]!);
  return {
    insertedOrders: pieces(inserted, (rows) => ({
      ...orderValues(orders, rows),
      item: uuidArrayOf(scope.item, placesOf(rows)),
      site: uuidArrayOf(scope.site, placesOf(rows)),
    })),
    updatedOrders: pieces(updated, (rows) => orderValues(orders, rows)),
    deletedOrders: pieces(deleted, (rows) => ({ id: uuidArrayOf(stored.id, rows) })),
  };
}

type Stored = Tables['messages'];

/** A message is the same as long as it says the same of the same thing; its figures may move. */
export function messageWrites(
  messages: readonly ActionMessage[],
  stored: Stored,
  scope: ScopeKeys,
  planned: number,
): Pick<PlannerWrites, 'insertedMessages' | 'updatedMessages' | 'endedMessages'> {
  const known = new Map<string, number>();
  for (let row = 0; row < stored.count; row += 1)
    if (stored.place[row]! < planned)
      known.set(`${stored.place[row]} ${stored.kind[row]} ${hex(stored.subject, row)}`, row);
  const [inserted, updated]: [ActionMessage[], { message: ActionMessage; row: number }[]] = [[], []];
  for (const message of messages) {
    const key = `${message.place} ${message.kind} ${hex(message.subject, 0)}`;
    const row = known.get(key);
    known.delete(key);
    if (row === undefined) inserted.push(message);
    else if (!saysTheSame(message, stored, row)) updated.push({ message, row });
  }
  return {
    insertedMessages: pieces(inserted, (some) => newMessages(some, scope)),
    updatedMessages: pieces(updated, (some) => ({
      id: uuidArrayOf(
        stored.id,
        some.map(({ row }) => row),
      ),
      ...figures(some.map(({ message }) => message)),
    })),
    endedMessages: pieces([...known.values()], (rows) => ({ id: uuidArrayOf(stored.id, rows) })),
  };
}

const hex = (bytes: Uint8Array, row: number): string =>
  Buffer.from(bytes.subarray(row * 16, row * 16 + 16)).toString('hex');

function saysTheSame(message: ActionMessage, stored: Stored, row: number): boolean {
  return (
    (message.currentDay ?? NONE) === stored.currentDay[row] &&
    (message.wantedDay ?? NONE) === stored.wantedDay[row] &&
    (message.currentQuantity ?? NONE) === stored.currentQuantity[row] &&
    (message.wantedQuantity ?? NONE) === stored.wantedQuantity[row]
  );
}

const figures = (messages: readonly ActionMessage[]): Parameters => ({
  currentDay: intArray(messages.map(({ currentDay }) => currentDay ?? NONE)),
  wantedDay: intArray(messages.map(({ wantedDay }) => wantedDay ?? NONE)),
  currentQuantity: bigintArray(messages.map(({ currentQuantity }) => currentQuantity ?? NONE)),
  wantedQuantity: bigintArray(messages.map(({ wantedQuantity }) => wantedQuantity ?? NONE)),
});

function newMessages(messages: readonly ActionMessage[], scope: ScopeKeys): Parameters {
  const places = messages.map(({ place }) => place);
  const subjects = new Uint8Array(messages.length * 16);
  messages.forEach(({ subject }, row) => subjects.set(subject, row * 16));
  return {
    id: uuidArray(newIds(messages.length)),
    item: uuidArrayOf(scope.item, places),
    site: uuidArrayOf(scope.site, places),
    kind: intArray(messages.map(({ kind }) => kind)),
    subjectKind: intArray(messages.map(({ subjectKind }) => subjectKind)),
    subject: uuidArray(subjects),
    ...figures(messages),
  };
}

/** Levels that are not what planning data say. */
export function levelWrites(
  level: Int16Array,
  { count, place, level: stored, id }: Tables['items'],
): readonly Parameters[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if (level[place[row]!] !== stored[row]) rows.push(row);
  return pieces(rows, (some) => ({
    id: uuidArrayOf(id, some),
    level: intArray(some.map((row) => level[place[row]!]!)),
  }));
}
