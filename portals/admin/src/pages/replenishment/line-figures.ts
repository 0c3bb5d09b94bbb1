import type { TimelineEvent } from '#ui/figures/Timeline.vue';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import { useMessages } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal, formatShare } from '#ui/i18n/format.ts';
import { stateMessages } from '#ui/i18n/states.messages.ts';
import type { Column } from '#ui/list/columns.ts';
import { wordMessages } from '#ui/i18n/words.messages.ts';
import { quantityOf } from './line-columns.ts';
import type { lineQuery } from './replenishment.documents.ts';
import { replenishmentMessages } from './replenishment.messages.ts';

type Line = NonNullable<ResultOf<typeof lineQuery>['vmiLine']>;
type Step = Line['projectedStock'][number] & { readonly id: string; readonly unit: string };
type Supply = Line['supplies'][number] & { readonly id: string };
type LimitChange = Line['limitHistory'][number];

/** Everything known about a line, in the order a planner asks for it. */
export function lineFacts(line: Line) {
  const t = useMessages(replenishmentMessages);
  const limit = (agreed: string | null, amount: Line['limits']['minimum']): string =>
    line.limits.mode === 'DAYS_OF_SUPPLY' && agreed !== null
      ? `${t('inDays', { n: formatDecimal(agreed) })} = ${quantityOf(amount)}`
      : quantityOf(amount);
  const { limits } = line;
  return [
    {
      key: 'cover',
      label: t('cover'),
      text:
        line.daysOfSupply === null
          ? ''
          : t('days', { n: formatDecimal(line.daysOfSupply, { maximumFractionDigits: 1 }) }),
    },
    {
      key: 'stockout',
      label: t('stockout'),
      text: line.stockoutOn ? formatDate(line.stockoutOn) : t('notInSight'),
    },
    { key: 'onHand', label: t('onHand'), text: quantityOf(line.onHand) },
    { key: 'reserved', label: t('reserved'), text: quantityOf(line.reserved) },
    { key: 'inReceiving', label: t('inReceiving'), text: quantityOf(line.inReceiving) },
    { key: 'inTransit', label: t('inTransit'), text: quantityOf(line.inTransit) },
    { key: 'openOrder', label: t('openOrder'), text: quantityOf(line.openOrder) },
    { key: 'awaiting', label: t('awaiting'), text: quantityOf(line.awaitingAnswer) },
    { key: 'otherSupply', label: t('otherSupply'), text: quantityOf(line.otherSupply) },
    { key: 'position', label: t('position'), text: quantityOf(line.position) },
    { key: 'usage', label: t('usage'), text: quantityOf(line.averageUsage) },
    { key: 'minimum', label: t('minimum'), text: limit(limits.agreedMinimum, limits.minimum) },
    {
      key: 'reorderPoint',
      label: t('reorderPoint'),
      text: limit(limits.agreedReorderPoint, limits.reorderPoint),
    },
    { key: 'maximum', label: t('maximum'), text: limit(limits.agreedMaximum, limits.maximum) },
    { key: 'owner', label: t('limitsOwner'), text: limits.owner ? t(`side.${limits.owner}`) : '' },
    { key: 'share', label: t('share'), text: formatShare(line.quotaShare) },
    { key: 'agreement', label: t('agreement'), text: line.agreement?.number ?? '' },
  ];
}

/** The time-phased record of a line, one row per step. */
export function stepColumns(): Column<Step>[] {
  const t = useMessages(replenishmentMessages);
  const states = useMessages(stateMessages);
  const amount = (value: string | null, unit: string): string =>
    value === null ? '–' : `${formatDecimal(value, { maximumFractionDigits: 2 })} ${unit}`;
  return [
    { key: 'from', label: t('from'), text: (row) => formatDate(row.startsOn) },
    { key: 'demand', label: t('demand'), align: 'end', text: (row) => amount(row.demand, row.unit) },
    { key: 'receipts', label: t('receipts'), align: 'end', text: (row) => amount(row.receipts, row.unit) },
    { key: 'projected', label: t('projected'), align: 'end', text: (row) => amount(row.projected, row.unit) },
    { key: 'colour', label: t('colour'), text: (row) => states(`stock.${row.colour}`) },
  ];
}

/** What is coming, with its document. */
export function supplyColumns(): Column<Supply>[] {
  const t = useMessages(replenishmentMessages);
  const w = useMessages(wordMessages);
  return [
    { key: 'document', label: t('document'), text: (row) => `${t(row.kind)} ${row.documentNumber}` },
    {
      key: 'date',
      label: w('date'),
      text: (row) => [formatDate(row.expectedOn), row.isPastDue ? t('pastDue') : ''].filter(Boolean).join(', '),
    },
    { key: 'quantity', label: w('quantity'), align: 'end', text: (row) => quantityOf(row.quantity) },
  ];
}

/** Who changed the limits of a line, from what to what. */
export function changeEvents(changes: readonly LimitChange[]): TimelineEvent[] {
  const t = useMessages(replenishmentMessages);
  const words = ({ mode, minimum, reorderPoint, maximum }: LimitChange['before']): string => {
    const amounts = [minimum, reorderPoint, maximum]
      .map((value) => (value === null ? '–' : formatDecimal(value)))
      .join(' / ');
    return mode === 'DAYS_OF_SUPPLY' ? t('inDays', { n: amounts }) : amounts;
  };
  return changes.map((change) => ({
    id: change.id,
    title: t('revision', { n: String(change.revision) }),
    at: change.changedAt,
    by: change.changedByName ?? t(`side.${change.changedBy}`),
    text: [t('change', { before: words(change.before), after: words(change.after) }), change.reason]
      .filter(Boolean)
      .join(' · '),
  }));
}
