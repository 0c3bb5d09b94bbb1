import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { MoveBelongsToDocument, NoPlaceForStock, QuantityNotPositive, ReasonMissing } from '../inventory.errors.ts';
import { stockLedger, type MoveInput, type Place } from '../ledger/stock-ledger.service.ts';
import { StockMove } from '../ledger/stock-move.entity.ts';
import type { StockStatus } from '../ledger/stock-status.types.ts';

/** An amount of an item at a location, in its stock unit; the company's and unrestricted when nothing else is said. */
export interface StockAt {
  readonly itemId: string;
  readonly locationId: string;
  readonly ownerId?: string | null;
  readonly status?: `${StockStatus}` | null;
  readonly lot?: string | null;
  readonly note?: string | null;
  readonly movedAt?: Date | null;
}

type Amount = StockAt & { readonly quantity: Decimal };

/** What people in the warehouse do with stock; each act is one move. */
export class StockActs {
  /** Corrects the ledger up or down by `change`. @throws ReasonMissing without a note */
  async adjust(work: Work, stock: StockAt & { readonly change: Decimal }): Promise<string> {
    if (!stock.note?.trim()) throw new ReasonMissing({}, ['input', 'note']);
    const { change } = stock;
    if (change.isZero()) throw new QuantityNotPositive({}, ['input', 'change']);
    const [here, away] = await this.hereAnd(work, stock, 'ADJUSTMENT');
    const [from, to] = change.gt(0) ? [away, here] : [here, away];
    return this.post(work, { ...stock, quantity: change.abs() }, { from, to, reason: 'ADJUSTMENT' });
  }

  /** Brings stock from one location to another. */
  async transfer(work: Work, stock: Amount & { readonly toLocationId: string }): Promise<string> {
    const from = placeOf(work, stock);
    const to = { ...from, locationId: stock.toLocationId };
    // Both travel together, and the check is heard first: what it refuses is undone with the act.
    const [, id] = await together(
      this.check(work, stock, [stock.locationId, stock.toLocationId]),
      this.post(work, stock, { from, to, reason: 'TRANSFER' }),
    );
    return id;
  }

  /** Gives the company's own stock to production or to a customer; a supplier's is consumed under its agreement. */
  async issue(work: Work, stock: Amount & { readonly to: 'PRODUCTION' | 'CUSTOMER' }): Promise<string> {
    const [from, to] = await this.hereAnd(work, stock, stock.to);
    return this.post(work, stock, { from, to, reason: 'ISSUE' });
  }

  /** @throws ReasonMissing without a note */
  async scrap(work: Work, stock: Amount): Promise<string> {
    if (!stock.note?.trim()) throw new ReasonMissing({}, ['input', 'note']);
    const [from, to] = await this.hereAnd(work, stock, 'SCRAP');
    return this.post(work, stock, { from, to, reason: 'SCRAP' });
  }

  /** Frees, blocks or holds stock for inspection where it lies. */
  async changeStatus(work: Work, stock: Amount & { readonly toStatus: `${StockStatus}` }): Promise<string> {
    await this.check(work, stock, [stock.locationId]);
    const from = placeOf(work, stock);
    return this.post(work, stock, { from, to: { ...from, status: stock.toStatus }, reason: 'STATUS' });
  }

  /** @throws MoveBelongsToDocument when a document made the move: its own correction keeps the two together. */
  async reverse(work: Work, moveId: string, note: string): Promise<string> {
    if (!note.trim()) throw new ReasonMissing({}, ['input', 'note']);
    const move = await work.em.findOne(StockMove, moveId);
    if (!move) throw new NotFound({}, ['input', 'moveId']);
    if (move.documentType) throw new MoveBelongsToDocument({}, ['input', 'moveId']);
    return (await stockLedger.reverse(work, moveId, note)).id;
  }

  private async hereAnd(
    work: Work,
    stock: StockAt,
    kind: 'ADJUSTMENT' | 'PRODUCTION' | 'CUSTOMER' | 'SCRAP',
  ): Promise<[Place, Place]> {
    const siteId = await this.check(work, stock, [stock.locationId]);
    const here = placeOf(work, stock);
    return [here, { ...here, locationId: await siteLocations.find(work, siteId, kind) }];
  }

  private async post(
    work: Work,
    { itemId, quantity, lot, note, movedAt }: Amount,
    move: Pick<MoveInput, 'from' | 'to' | 'reason'>,
  ): Promise<string> {
    const [posted] = await stockLedger.post(work, [
      {
        ...move,
        itemId,
        quantity,
        lot: lot ?? '',
        note: note?.trim() ?? '',
        ...(movedAt ? { movedAt } : {}),
      },
    ]);
    return posted?.id ?? '';
  }

  // Everything an input names must exist, and stock can only lie in physical places. Gives the site of the first place.
  private async check(work: Work, { itemId, ownerId }: StockAt, locationIds: readonly string[]): Promise<string> {
    const { rows } = await sql<{
      id: string;
      site_id: string;
      holds: boolean;
      item: boolean;
      owner: boolean;
    }>`
      select l.id, l.site_id, l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE') as holds,
             exists (select from catalog_item i where i.id = ${itemId}) as item,
             exists (select from identity_organisation o where o.id = ${ownerId ?? work.actor.organisationId}) as owner
      from catalog_location l where l.id = any(${locationIds}::uuid[])`.execute(work.sql);
    const [known] = rows;
    if (!known || new Set(locationIds).size !== rows.length) throw new NotFound({}, ['input', 'locationId']);
    if (!known.item) throw new NotFound({}, ['input', 'itemId']);
    if (!known.owner) throw new NotFound({}, ['input', 'ownerId']);
    if (rows.some(({ holds }) => !holds)) throw new NoPlaceForStock({}, ['input', 'locationId']);
    return rows.find(({ id }) => id === locationIds[0])?.site_id ?? known.site_id;
  }
}

const placeOf = (work: Work, { locationId, ownerId, status }: StockAt): Place => ({
  locationId,
  ownerId: ownerId ?? work.actor.organisationId ?? '',
  status: status ?? 'UNRESTRICTED',
});

export const stockActs = new StockActs();
