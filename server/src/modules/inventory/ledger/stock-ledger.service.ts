import { sql } from 'kysely';
import { type Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { AlreadyReversed, InsufficientStock, QuantityNotPositive } from '../inventory.errors.ts';
import { STOCK_MOVED, type StockMovedPayload } from '../inventory.events.ts';
import { StockMove } from './stock-move.entity.ts';
import type { MoveReason, StockStatus } from './stock-status.types.ts';

/** Where stock is, whose it is, and whether it may be used (UNRESTRICTED when not said). */
export interface Place {
  readonly locationId: string;
  readonly ownerId: string;
  readonly status?: `${StockStatus}`;
}

/** An amount, in the item's stock unit, that goes from one place to another. */
export interface MoveInput {
  readonly itemId: string;
  readonly from: Place;
  readonly to: Place;
  readonly quantity: Decimal;
  readonly reason: `${MoveReason}`;
  readonly lot?: string;
  readonly documentType?: string;
  readonly documentId?: string;
  /** When it happened; now when not said. */
  readonly movedAt?: Date;
  readonly note?: string;
}

/** A move as it stands in the ledger, in the order in which the moves were given. */
export interface PostedMove extends MoveInput {
  readonly id: string;
}

/** A place where an item is kept. */
export interface Kept {
  readonly itemId: string;
  readonly place: Place;
  readonly lot?: string;
}

interface Shortage {
  itemId: string;
  available: string;
  asked: string;
  unit: string;
}

interface Posted {
  shortage?: Shortage;
  sites: string[];
  suppliers: string[];
}

/**
 * The only writer of stock. Every change is a move between two places, so nothing appears or vanishes.
 * Balances are locked in the order of their keys: opposite moves queue and never deadlock.
 */
export class StockLedger {
  /**
   * Posts the moves together, all or none, in one round trip. What counts is the sum at each place: moves of one
   * posting may pass through a place that was empty before.
   * @throws InsufficientStock when a place holds less than is taken from it, reservations left aside.
   */
  async post(work: Work, moves: readonly MoveInput[]): Promise<PostedMove[]> {
    if (moves.some(({ quantity }) => quantity.lte(0))) throw new QuantityNotPositive({}, ['input', 'quantity']);
    const posted = moves.map((move) => ({ ...move, id: newId() }));
    if (posted.length > 0) await this.write(work, posted);
    return posted;
  }

  /**
   * Undoes a move by a counter-entry; the move itself stays.
   * @throws AlreadyReversed when that was done before, InsufficientStock when what it brought is gone.
   */
  async reverse(work: Work, moveId: string, note: string): Promise<PostedMove> {
    const move = await work.em.findOne(StockMove, moveId);
    if (!move) throw new NotFound({}, ['input', 'moveId']);
    if (move.reversesMoveId || (await this.isReversed(work, moveId)))
      throw new AlreadyReversed({}, ['input', 'moveId']);
    const counter: PostedMove = {
      id: newId(),
      itemId: move.itemId,
      from: placeOf(move.toLocationId, move.toOwnerId, move.toStatus),
      to: placeOf(move.fromLocationId, move.fromOwnerId, move.fromStatus),
      quantity: move.quantity,
      reason: 'REVERSAL',
      lot: move.lot,
      note,
      ...(move.documentType ? { documentType: move.documentType } : {}),
      ...(move.documentId ? { documentId: move.documentId } : {}),
    };
    await this.write(work, [counter], moveId);
    return counter;
  }

  /** Opens empty balances, so that items which are kept somewhere are listed there with nothing on hand. */
  async keep(work: Work, kept: readonly Kept[]): Promise<void> {
    const rows = kept.map(({ itemId, place, lot = '' }) => ({ itemId, ...place, lot }));
    await sql`
      insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, lot, on_hand, aged_since)
      select gen_random_uuid(), k."itemId", l.site_id, l.id, k."ownerId", coalesce(k.status, 'UNRESTRICTED'), k.lot, 0, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as k("itemId" uuid, "locationId" uuid, "ownerId" uuid, status text, lot text)
      join catalog_location l on l.id = k."locationId" and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
      order by k."itemId", l.id, k."ownerId", 6, k.lot
      on conflict do nothing`.execute(work.sql);
  }

  private async isReversed(work: Work, moveId: string): Promise<boolean> {
    const { rows } = await sql`select 1 from inventory_stock_move where reverses_move_id = ${moveId}`.execute(work.sql);
    return rows.length > 0;
  }

  private async write(work: Work, moves: readonly PostedMove[], reverses: string | null = null): Promise<void> {
    const now = work.clock.now();
    const rows = moves.map((move) => rowOf(move, now, reverses));
    const { rows: answers } = await sql<{ answer: Posted }>`
      select inventory_post_moves(${JSON.stringify(rows)}::jsonb, ${work.actor.personId}::uuid, ${now}) as answer`.execute(
      work.sql,
    );
    const answer = answers[0]?.answer;
    if (answer?.shortage) throw shortageOf(answer.shortage);
    if (answer) this.tell(work, moves, answer);
  }

  private tell(work: Work, moves: readonly PostedMove[], { sites, suppliers }: Posted): void {
    const payload: StockMovedPayload = {
      itemIds: [...new Set(moves.map(({ itemId }) => itemId))],
      siteIds: sites,
    };
    const event = {
      name: STOCK_MOVED,
      subjectType: 'StockMove',
      subjectId: moves[0]?.id ?? '',
      topic: 'STOCK',
      payload: { ...payload },
    } as const;
    work.record(event);
    for (const supplierId of suppliers) work.record({ ...event, supplierId });
  }
}

const placeOf = (locationId: string, ownerId: string, status: string): Place => ({
  locationId,
  ownerId,
  status: status as `${StockStatus}`,
});

const rowOf = (move: PostedMove, now: Date, reverses: string | null): Record<string, unknown> => ({
  id: move.id,
  item_id: move.itemId,
  from_location_id: move.from.locationId,
  to_location_id: move.to.locationId,
  from_owner_id: move.from.ownerId,
  to_owner_id: move.to.ownerId,
  from_status: move.from.status ?? 'UNRESTRICTED',
  to_status: move.to.status ?? 'UNRESTRICTED',
  lot: move.lot ?? '',
  quantity: move.quantity.toString(),
  reason: move.reason,
  note: move.note ?? '',
  document_type: move.documentType ?? null,
  document_id: move.documentId ?? null,
  moved_at: (move.movedAt ?? now).toISOString(),
  reverses_move_id: reverses,
});

const shortageOf = ({ itemId, available, asked, unit }: Shortage): InsufficientStock =>
  new InsufficientStock({ available, asked, unit }, ['input', 'quantity'], {
    itemId,
    available: { value: available, unit },
    nextAvailableOn: null,
  });

export const stockLedger = new StockLedger();
