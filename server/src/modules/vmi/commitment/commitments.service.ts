import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { supplyTerms, type SupplyTerm } from '../../catalog/supplier-item/supply-terms.service.ts';
import { purchaseOrders } from '../../purchasing/order/purchase-orders.service.ts';
import { termsOf, type Terms } from '../proposal/proposal-lock.service.ts';
import type { Proposal } from '../proposal/proposal.entity.ts';
import { commitmentMade } from '../vmi.events.ts';
import { NotSupplied } from '../../purchasing/purchasing.errors.ts';
import { Commitment } from './commitment.entity.ts';

/** One line of an order to be: an item in its order unit, with what it serves. */
interface Wanted {
  readonly proposal: Proposal;
  readonly itemId: string;
  readonly unit: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly parts: readonly { quantity: Decimal; ordered: Decimal; deliverOn: string }[];
}

/** Turns accepted proposals into promises: an order that we number, or deliveries on the agreement's standing order. */
class Commitments {
  /** One order per agreement for all of `proposals`; each delivery becomes a commitment. @throws NotSupplied */
  async make(work: Work, proposals: readonly Proposal[]): Promise<Commitment[]> {
    if (proposals.length === 0) return [];
    await work.em.flush();
    const terms = await termsOf(
      work,
      proposals.map(({ agreementId }) => agreementId),
    );
    const groups = Map.groupBy(proposals, ({ agreementId }) => agreementId);
    const made = await inOrder([...terms.values()], async (of) => {
      const wanted = await this.wanted(work, of, groups.get(of.agreement.id) ?? []);
      return of.version.variant === 'PLANNED_SHIPMENT'
        ? this.plan(work, of, wanted)
        : this.raise(work, of, 'REPLENISHMENT', wanted);
    });
    return made.flat();
  }

  private async wanted(work: Work, { agreement }: Terms, proposals: readonly Proposal[]): Promise<Wanted[]> {
    const substitutes = proposals.flatMap(({ substituteItemId }) => substituteItemId ?? []);
    const known = await supplyTerms.of(work, agreement.supplierId, substitutes);
    return proposals.map((proposal) => wantedOf(proposal, known));
  }

  private async raise(
    work: Work,
    { agreement, version }: Terms,
    kind: 'REPLENISHMENT' | 'STANDING',
    wanted: readonly Wanted[],
  ): Promise<Commitment[]> {
    const { orderId, scheduleLineIds } = await purchaseOrders.raise(work, {
      kind,
      supplierId: agreement.supplierId,
      siteId: agreement.siteId,
      agreementId: agreement.id,
      isConsignment: version.isConsignment,
      isConfirmed: true,
      lines: wanted.map(({ itemId, unit, numerator, denominator, parts }) => ({
        itemId,
        unit,
        ratio: { numerator, denominator },
        isConsignment: version.isConsignment,
        schedules: parts.map(({ ordered, deliverOn }) => ({ requestedOn: deliverOn, quantity: ordered })),
      })),
    });
    if (kind === 'STANDING') agreement.standingOrderId = orderId;
    return this.keep(work, orderId, wanted, scheduleLineIds);
  }

  /** Adds deliveries to standing orders; what no standing order carries in this pack opens a new one. */
  private async plan(work: Work, terms: Terms, wanted: readonly Wanted[]): Promise<Commitment[]> {
    const carriers = await this.carriers(work, terms.agreement.id);
    const carrierOf = ({ itemId, numerator, denominator }: Wanted) =>
      carriers.get([itemId, numerator, denominator].join(' '));
    const carried = Map.groupBy(
      wanted.filter((one) => carrierOf(one)),
      (one) => carrierOf(one)?.orderId ?? '',
    );
    const added = await inOrder([...carried], async ([orderId, lines]) => {
      const { scheduleLineIds } = await purchaseOrders.addSchedules(
        work,
        orderId,
        lines.flatMap((line) =>
          line.parts.map(({ ordered, deliverOn }) => ({
            orderLineId: carrierOf(line)?.orderLineId ?? '',
            requestedOn: deliverOn,
            confirmedOn: deliverOn,
            quantity: ordered,
          })),
        ),
      );
      return this.keep(work, orderId, lines, scheduleLineIds);
    });
    const rest = wanted.filter((one) => !carrierOf(one));
    return [...added.flat(), ...(rest.length > 0 ? await this.raise(work, terms, 'STANDING', rest) : [])];
  }

  private async carriers(
    work: Work,
    agreementId: string,
  ): Promise<ReadonlyMap<string, { orderId: string; orderLineId: string }>> {
    const { rows } = await sql<{ key: string; orderId: string; orderLineId: string }>`
      select concat_ws(' ', l.item_id, l.numerator, l.denominator) as key, o.id as "orderId", l.id as "orderLineId"
      from purchasing_order o join purchasing_order_line l on l.order_id = o.id
      where o.agreement_id = ${agreementId} and o.kind = 'STANDING' and o.state in ('ISSUED', 'CONFIRMED')
      order by o.created_at`.execute(work.sql);
    return new Map(rows.map((row) => [row.key, row]));
  }

  private keep(
    work: Work,
    orderId: string,
    wanted: readonly Wanted[],
    scheduleLineIds: readonly string[],
  ): Commitment[] {
    const parts = wanted.flatMap(({ proposal, itemId, parts }) =>
      parts.map((part, index) => ({ proposal, itemId, ...part, partNo: index + 1 })),
    );
    const made = parts.map(({ proposal, itemId, quantity, deliverOn, partNo }, index) =>
      Object.assign(new Commitment(), {
        supplierId: proposal.supplierId,
        agreementId: proposal.agreementId,
        lineId: proposal.lineId,
        proposalId: proposal.id,
        partNo,
        itemId,
        siteId: proposal.siteId,
        isSubstitute: itemId !== proposal.itemId,
        quantity,
        deliverOn,
        orderId,
        scheduleLineId: scheduleLineIds[index] ?? '',
        committedAt: work.clock.now(),
      }),
    );
    work.em.persist(made);
    for (const one of made) work.record(commitmentMade(one, { lineIds: [one.lineId], orderId }));
    return made;
  }
}

function wantedOf(proposal: Proposal, known: ReadonlyMap<string, SupplyTerm>): Wanted {
  const pack = packOf(proposal, known);
  return {
    ...pack,
    proposal,
    parts: (proposal.answerParts ?? []).map(({ quantity, deliverOn }) => ({
      quantity: new Decimal(quantity),
      ordered: new Decimal(quantity)
        .times(pack.denominator.toString())
        .div(pack.numerator.toString())
        .toDecimalPlaces(6),
      deliverOn,
    })),
  };
}

/** What is ordered, in which unit: as it was when it was proposed, or as a substitute is supplied today. */
function packOf(
  proposal: Proposal,
  known: ReadonlyMap<string, SupplyTerm>,
): Pick<Wanted, 'itemId' | 'unit' | 'numerator' | 'denominator'> {
  const { itemId, orderUnitCode, substituteItemId } = proposal;
  if (!substituteItemId)
    return {
      itemId,
      unit: orderUnitCode,
      numerator: BigInt(proposal.numerator),
      denominator: BigInt(proposal.denominator),
    };
  const term = known.get(substituteItemId);
  if (!term) throw new NotSupplied({ item: substituteItemId }, ['input', 'substituteItemId']);
  return {
    itemId: substituteItemId,
    unit: term.orderUnitCode,
    numerator: term.numerator,
    denominator: term.denominator,
  };
}

export const commitments = new Commitments();
