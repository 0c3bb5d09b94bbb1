import { sql } from 'kysely';
import { type Decimal } from '../../../kernel/decimal.ts';
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

  /** Gives back what is still set aside for the document. Without any it does nothing. */
  async release(work: Work, documentType: string, documentId: string): Promise<void> {
    await this.close(work, documentType, documentId, 'RELEASED');
  }

  /** Lets go of what is set aside because it is taken now: the caller posts the moves in this transaction. */
  async fulfil(work: Work, documentType: string, documentId: string): Promise<void> {
    await this.close(work, documentType, documentId, 'FULFILLED');
  }

  private async close(
    work: Work,
    documentType: string,
    documentId: string,
    state: 'RELEASED' | 'FULFILLED',
  ): Promise<void> {
    await sql`select inventory_close_reservations(${documentType}, ${documentId}::uuid, ${state}, ${work.clock.now()})`.execute(
      work.sql,
    );
  }
}

export const reservations = new Reservations();
