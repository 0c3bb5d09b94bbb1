import { sql } from 'kysely';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Location } from '../../catalog/site/location.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { stockLedger } from '../../inventory/ledger/stock-ledger.service.ts';
import { discrepancies } from '../discrepancy/discrepancies.service.ts';
import { lockNotice, noticeLinesOf, stepNotice } from '../notice/notice-lock.service.ts';
import type { ShipmentNotice } from '../notice/shipment-notice.entity.ts';
import { recountNotices, recountSchedules } from '../order/schedule-count.service.ts';
import { NothingOrdered, SeveralSuppliers } from '../purchasing.errors.ts';
import { receiptPosted } from '../purchasing.events.ts';
import { checkExcess, excessOf, type Excess } from './over-receipt.service.ts';
import { resolveLines, type CountedLine, type ResolvedLine } from './receipt-count.service.ts';
import type { ReceiptLine } from './receipt-line.entity.ts';
import { receiptLineOf } from './receipt-line-making.service.ts';
import { arrivalMoves, receivingPlaces } from './receipt-moves.service.ts';
import { Receipt } from './receipt.entity.ts';

/** What came, as it was counted. */
export interface ReceiptPosting {
  readonly noticeId?: string | null;
  /** Only where neither a notice nor an order says it. */
  readonly supplierId?: string | null;
  readonly siteId?: string | null;
  readonly deliveryReference?: string | null;
  /** By default today, at the site. */
  readonly receivedOn?: string | null;
  readonly note?: string | null;
  /** Take in what lies beyond the tolerance. */
  readonly acceptOver: boolean;
  /** Nothing more of the notice will come. */
  readonly isComplete: boolean;
  /** Where accepted goods are kept; without it they wait in receiving to be put away. */
  readonly toLocationId?: string | null;
  readonly lines: readonly CountedLine[];
}

interface Between {
  readonly supplierId: string;
  readonly site: Site;
  readonly company: Organisation;
}

/** Books what arrives: stock, orders, the notice and what differs, together or not at all. */
export class Receipts {
  /** @throws NothingOrdered, NotInThisState, OverReceipt, OverReceiptNotAllowed, CountDoesNotAddUp, LotMissing, NotFound */
  async post(work: Work, posting: ReceiptPosting): Promise<string> {
    if (posting.lines.length === 0) throw new NothingOrdered({}, ['input', 'lines']);
    const notice = posting.noticeId ? await lockNotice(work, posting.noticeId, null, ['input', 'noticeId']) : null;
    if (notice) stepNotice(notice, 'receive');
    const announced = notice ? await noticeLinesOf(work, notice.id) : [];
    const lines = await resolveLines(work, posting.lines, announced);
    const excesses = excessOf(lines);
    checkExcess(work.actor, lines, excesses, posting.acceptOver);
    const between = await this.between(work, posting, notice, lines);
    const receipt = this.opened(work, posting, between);
    const rows = lines.map((line, index) => receiptLineOf(receipt, line, index + 1, between.company));
    work.em.persist([receipt, ...rows]);
    await this.book(work, receipt, rows, posting.toLocationId ?? null);
    const overs = this.compare(work, receipt, rows, lines, excesses);
    const counted = [
      ...lines.flatMap(({ schedule }) => schedule?.id ?? []),
      ...announced.map(({ scheduleLineId }) => scheduleLineId),
    ];
    // What is still on its way depends on whether the notice ends, and that on what came of it.
    await recountNotices(work, counted);
    if (notice) await this.finish(work, notice, receipt, posting.isComplete, overs);
    await recountSchedules(work, counted);
    work.record(
      receiptPosted(receipt, {
        number: receipt.number,
        noticeId: receipt.noticeId,
        siteId: receipt.siteId,
        itemIds: [...new Set(rows.flatMap(({ itemId }) => itemId ?? []))],
        scheduleLineIds: [...new Set(rows.flatMap(({ scheduleLineId }) => scheduleLineId ?? []))],
      }),
    );
    return receipt.id;
  }

  /** Who delivered, and where; one of each. */
  private async between(
    work: Work,
    posting: ReceiptPosting,
    notice: ShipmentNotice | null,
    lines: readonly ResolvedLine[],
  ): Promise<Between> {
    const ordered = lines.flatMap(({ schedule }) => schedule ?? []);
    const { supplierId, siteId } = notice ??
      ordered[0] ?? { supplierId: posting.supplierId ?? '', siteId: posting.siteId ?? '' };
    if (ordered.some((line) => line.supplierId !== supplierId || line.siteId !== siteId))
      throw new SeveralSuppliers({}, ['input', 'lines']);
    const [site, supplier, company] = await together(
      siteId ? work.em.findOne(Site, siteId) : Promise.resolve(null),
      supplierId ? work.em.findOne(Organisation, { id: supplierId, isSupplier: true }) : Promise.resolve(null),
      work.em.findOneOrFail(Organisation, { isCompany: true }),
    );
    if (!site) throw new NotFound({}, ['input', 'siteId']);
    if (!supplier) throw new NotFound({}, ['input', 'supplierId']);
    return { supplierId, site, company };
  }

  private opened(work: Work, posting: ReceiptPosting, { supplierId, site }: Between): Receipt {
    return Object.assign(new Receipt(), {
      supplierId,
      siteId: site.id,
      noticeId: posting.noticeId ?? null,
      deliveryReference: posting.deliveryReference ?? '',
      receivedOn: posting.receivedOn ?? todayIn(site.timeZone, work.clock),
      receivedAt: work.clock.now(),
      receivedByPersonId: work.actor.personId,
      note: posting.note ?? '',
    });
  }

  private async book(
    work: Work,
    receipt: Receipt,
    rows: readonly ReceiptLine[],
    toLocationId: string | null,
  ): Promise<void> {
    const places = await receivingPlaces(work, receipt.siteId);
    if (toLocationId && !(await work.em.findOne(Location, { id: toLocationId, siteId: receipt.siteId })))
      throw new NotFound({}, ['input', 'toLocationId']);
    const acceptedTo = toLocationId ?? places.receiving;
    const isPutAway = acceptedTo !== places.receiving;
    for (const row of rows) if (isPutAway) row.putAwayStock = row.acceptedStock;
    const waits = rows.some(({ quarantineQuantity }) => quarantineQuantity.gt(0));
    const isHere = isPutAway || rows.every(({ acceptedStock }) => acceptedStock.isZero());
    receipt.state = waits ? 'INSPECTING' : isHere ? 'PUT_AWAY' : 'COUNTED';
    await work.em.flush();
    await stockLedger.post(
      work,
      rows.flatMap((row) => arrivalMoves(receipt, row, places, acceptedTo)),
    );
  }

  // What lies beyond a schedule line is noted once, on the first of its lines; gives the notice lines of these.
  private compare(
    work: Work,
    receipt: Receipt,
    rows: readonly ReceiptLine[],
    lines: readonly ResolvedLine[],
    excesses: ReadonlyMap<string, Excess>,
  ): ReadonlySet<string> {
    const left = new Map(excesses);
    const overs = new Set<string>();
    rows.forEach((row, index) => {
      const line = lines[index];
      if (!line) return;
      const scheduleId = line.schedule?.id ?? '';
      discrepancies.openForLine(work, receipt, row, line, left.get(scheduleId));
      if (line.noticeLine && left.get(scheduleId)?.beyond.gt(0)) overs.add(line.noticeLine.id);
      left.delete(scheduleId);
    });
    return overs;
  }

  // A notice ends when all of it came, or when somebody says that no more will come; what is missing then is noted.
  private async finish(
    work: Work,
    notice: ShipmentNotice,
    receipt: Receipt,
    isComplete: boolean,
    overs: ReadonlySet<string>,
  ): Promise<void> {
    const lines = await noticeLinesOf(work, notice.id);
    const isWhole = lines.every(({ receivedQuantity, quantity }) => receivedQuantity.gte(quantity));
    if (!isWhole && !isComplete) return;
    for (const line of lines) if (!overs.has(line.id)) discrepancies.openForNoticeLine(work, receipt, line);
    await work.em.flush();
    const { rows } = await sql`
      select 1 from purchasing_discrepancy d join purchasing_receipt r on r.id = d.receipt_id
      where r.notice_id = ${notice.id} limit 1`.execute(work.sql);
    stepNotice(notice, rows.length > 0 ? 'differ' : 'finish');
  }
}

export const receipts = new Receipts();
