import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { InsufficientStock, QuantityNotPositive } from '../inventory.errors.ts';
import type { Place } from '../ledger/stock-ledger.service.ts';

/** An amount, in the item's stock unit, to set aside at a place for a document. */
export interface ReservationInput {
  readonly itemId: string;
  readonly place: Place;
  readonly lot?: string;
  readonly quantity: Decimal;
  readonly documentType: string;
  readonly documentId: string;
}

/** What was set aside for a document at one place. */
export interface Reserved {
  readonly documentId: string;
  readonly itemId: string;
  readonly place: Place;
  readonly lot: string;
  readonly quantity: Decimal;
}

/** An item at a site of which somebody wants what is free. */
export interface Wanted {
  readonly itemId: string;
  readonly siteId: string;
}

/** What is free for use at one place, in the stock unit. */
export interface FreeStock extends Wanted {
  readonly locationId: string;
  readonly ownerId: string;
  readonly lot: string;
  readonly free: Decimal;
}

type ReservedRow = Place & { documentId: string; itemId: string; lot: string; quantity: string };

interface Short {
  item_id: string;
  available: string;
  asked: string;
  unit: string;
}

/** Sets stock aside for documents. What is reserved stays on hand, and nobody else can take it. */
export class Reservations {
  /** Reserves all of it or nothing; gives the ids in the order asked. @throws InsufficientStock */
  async reserve(work: Work, wanted: readonly ReservationInput[]): Promise<string[]> {
    if (wanted.some(({ quantity }) => quantity.lte(0))) throw new QuantityNotPositive({}, ['input', 'quantity']);
    const rows = wanted.map(({ place, lot = '', quantity, ...rest }) => ({
      id: newId(),
      status: 'UNRESTRICTED',
      ...place,
      ...rest,
      lot,
      quantity: quantity.toString(),
    }));
    if (rows.length === 0) return [];
    const { rows: answers } = await sql<{ short: Short | null }>`
      select inventory_reserve(${JSON.stringify(rows)}::jsonb, ${work.clock.now()}) as short`.execute(work.sql);
    const short = answers[0]?.short;
    if (short)
      throw new InsufficientStock(short, ['input', 'quantity'], {
        itemId: short.item_id,
        available: { value: short.available, unit: short.unit },
        nextAvailableOn: null,
      });
    return rows.map(({ id }) => id);
  }

  /** Gives back what is still set aside for the documents. Without any it does nothing. */
  release(work: Work, documentType: string, documentIds: string | readonly string[]): Promise<Reserved[]> {
    return this.close(work, documentType, documentIds, 'RELEASED');
  }

  /** Lets go of what is set aside because it is taken now: the caller posts the moves in this transaction. */
  fulfil(work: Work, documentType: string, documentIds: string | readonly string[]): Promise<Reserved[]> {
    return this.close(work, documentType, documentIds, 'FULFILLED');
  }

  /**
   * Locks what the owner has free for use of these items at these sites, and gives it, the oldest first. Ask once in a
   * transaction, for everything it needs: two questions could wait for each other.
   */
  async holdFree(work: Work, wanted: readonly Wanted[], ownerId: string): Promise<FreeStock[]> {
    if (wanted.length === 0) return [];
    const { rows } = await sql<{ free: (Omit<FreeStock, 'free'> & { free: string })[] }>`
      select inventory_hold_free_stock(${JSON.stringify(wanted)}::jsonb, ${ownerId}::uuid) as free`.execute(work.sql);
    return (rows[0]?.free ?? []).map((place) => ({ ...place, free: new Decimal(place.free) }));
  }

  private async close(
    work: Work,
    documentType: string,
    documentIds: string | readonly string[],
    state: 'RELEASED' | 'FULFILLED',
  ): Promise<Reserved[]> {
    const ids = typeof documentIds === 'string' ? [documentIds] : [...documentIds];
    if (ids.length === 0) return [];
    const { rows } = await sql<{ held: ReservedRow[] }>`
      select inventory_close_reservations(${documentType}, ${ids}::uuid[], ${state}, ${work.clock.now()}) as held`.execute(
      work.sql,
    );
    return (rows[0]?.held ?? []).map(({ documentId, itemId, lot, quantity, ...place }) => ({
      documentId,
      itemId,
      lot,
      place,
      quantity: new Decimal(quantity),
    }));
  }
}

export const reservations = new Reservations();
