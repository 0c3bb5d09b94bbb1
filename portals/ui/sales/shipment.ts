import type { TimelineEvent } from '#ui/figures/Timeline.vue';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDecimal } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import type { SalesShipment } from './shipment.documents.ts';

type Kind = SalesShipment['events'][number]['kind'];

const tones: Readonly<Record<string, 'danger' | 'good'>> = { EXCEPTION: 'danger', DELIVERED: 'good' };

export function shipmentLineColumns(
  t: Translate<'item' | 'order' | 'quantity'>,
): Column<SalesShipment['lines'][number]>[] {
  return [
    { key: 'item', label: t('item'), text: ({ item }) => `${item?.sku ?? ''} · ${item?.name ?? ''}` },
    { key: 'order', label: t('order'), text: ({ order }) => order?.number ?? '' },
    {
      key: 'quantity',
      label: t('quantity'),
      text: ({ quantity }) => `${formatDecimal(quantity.value)} ${quantity.unit}`,
      align: 'end',
    },
  ];
}

/** What happened on the way, the last first. */
export function shipmentEvents({ events }: SalesShipment, states: Translate<`shipment.${Kind}`>): TimelineEvent[] {
  return events.toReversed().map(({ id, kind, happenedAt, place, note }) => ({
    id,
    title: states(`shipment.${kind}`),
    at: happenedAt,
    text: [place, note].filter(Boolean).join(' · '),
    tone: tones[kind] ?? 'info',
  }));
}
