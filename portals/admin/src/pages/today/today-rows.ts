import type { RouteLocationRaw } from 'vue-router';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal, formatInstant } from '#ui/i18n/format.ts';
import type { TodayGroup, TodayRow } from './today-group.ts';
import { salesGroups } from './today-sales.ts';
import type { todayQuery } from './today.documents.ts';

type Today = ResultOf<typeof todayQuery>;
const order = (id: string): RouteLocationRaw => ({ name: 'order', params: { id } });
const notice = (id: string): RouteLocationRaw => ({ name: 'receiving-notice', params: { id } });

function purchasingGroups(today: Today, t: Translate<'due'>): TodayGroup[] {
  return [
    {
      key: 'review',
      owner: 'buyer',
      tone: 'warning',
      count: today.review.totalCount,
      to: { path: '/purchasing', query: { answer: 'CHANGES_PROPOSED' } },
      rows: today.review.edges.map(({ node: { id, number, supplier } }) => ({
        id,
        title: number,
        detail: supplier?.name ?? '',
        to: order(id),
      })),
    },
    {
      key: 'overdueOrders',
      owner: 'buyer',
      tone: 'danger',
      count: today.overdueOrders.totalCount,
      to: { path: '/purchasing', query: { timing: 'overdue' } },
      rows: today.overdueOrders.edges.map(({ node: { id, number, supplier, nextDueOn } }) => ({
        id,
        title: number,
        detail: [supplier?.name, nextDueOn && t('due', { date: formatDate(nextDueOn) })].filter(Boolean).join(' · '),
        to: order(id),
      })),
    },
  ];
}

function receivingGroups(today: Today, t: Translate<'expected'>, kind: (value: string) => string): TodayGroup[] {
  const noticeRows = (found: Today['arrived']): TodayRow[] =>
    found.edges.map(({ node: { id, number, supplier, expectedOn } }) => ({
      id,
      title: number,
      detail: [supplier?.name, t('expected', { date: formatDate(expectedOn) })].filter(Boolean).join(' · '),
      to: notice(id),
    }));
  return [
    {
      key: 'arrived',
      owner: 'warehouse',
      tone: 'info',
      count: today.arrived.totalCount,
      to: { path: '/receiving', query: { state: 'ARRIVED,RECEIVING' } },
      rows: noticeRows(today.arrived),
    },
    {
      key: 'overdueNotices',
      owner: 'buyer',
      tone: 'danger',
      count: today.overdueNotices.totalCount,
      to: { path: '/receiving', query: { timing: 'overdue' } },
      rows: noticeRows(today.overdueNotices),
    },
    {
      key: 'discrepancies',
      owner: 'buyer',
      tone: 'warning',
      count: today.discrepancies.totalCount,
      to: { path: '/receiving/discrepancies', query: { state: 'OPEN' } },
      rows: today.discrepancies.edges.map(({ node }) => ({
        id: node.id,
        title: `${node.receiptNumber} ${node.item?.sku ?? ''}`,
        detail: [kind(node.kind), node.supplier?.name].filter(Boolean).join(' · '),
        to: { name: 'receiving-receipt', params: { id: node.receiptId } },
      })),
    },
  ];
}

function otherGroups(today: Today, t: Translate<'available'>): TodayGroup[] {
  return [
    {
      key: 'low',
      owner: 'planner',
      tone: 'warning',
      count: today.low.totalCount,
      to: { path: '/stock', query: { level: 'below', sort: 'available' } },
      rows: today.low.edges.map(({ node: { id, item, site, available } }) => ({
        id,
        title: `${item?.sku ?? ''} · ${item?.name ?? ''}`,
        detail: [site?.code, t('available', { quantity: `${formatDecimal(available.value)} ${available.unit}` })].join(
          ' · ',
        ),
        to: { name: 'stock-item', params: { id: item?.id ?? '' } },
      })),
    },
    {
      key: 'failed',
      owner: 'administrator',
      tone: 'danger',
      count: today.failed.totalCount,
      to: { path: '/imports', query: { state: 'FAILED' } },
      rows: today.failed.edges.map(({ node: { id, title, createdAt } }) => ({
        id,
        title,
        detail: formatInstant(createdAt),
        to: { name: 'import', params: { id } },
      })),
    },
  ];
}

export function todayGroups(
  today: Today,
  t: Translate<'due' | 'expected' | 'available' | 'wanted' | 'promised'>,
  kind: (value: string) => string,
): TodayGroup[] {
  return [
    ...purchasingGroups(today, t),
    ...receivingGroups(today, t, kind),
    ...salesGroups(today, t),
    ...otherGroups(today, t),
  ];
}
