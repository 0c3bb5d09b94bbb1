import type { ResultOf } from '#ui/graphql/graphql.ts';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate } from '#ui/i18n/format.ts';
import type { TodayGroup } from './today-group.ts';
import type { todayQuery } from './today.documents.ts';

const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** What waits for sales, shipping and finance. */
export function salesGroups(
  { toConfirm, atRisk, toShip, toReturn, owed }: ResultOf<typeof todayQuery>,
  t: Translate<'due' | 'wanted' | 'promised'>,
): TodayGroup[] {
  return [
    {
      ...{ key: 'toConfirm', owner: 'sales', tone: 'warning', count: toConfirm.totalCount },
      to: { path: '/sales', query: { state: 'SUBMITTED,ON_HOLD' } },
      rows: toConfirm.nodes.map(({ id, number, customer, requestedOn }) => ({
        ...{ id, title: number, to: `/sales/${id}` },
        detail: joined(customer?.name, t('wanted', { date: formatDate(requestedOn) })),
      })),
    },
    {
      ...{ key: 'atRisk', owner: 'sales', tone: 'danger', count: atRisk.totalCount, to: '/sales/risk' },
      rows: atRisk.nodes.map(({ id, lineNo, order, item, confirmedOn }) => ({
        ...{ id, title: `${order?.number ?? ''} / ${lineNo}`, to: `/sales/${order?.id ?? ''}` },
        detail: joined(
          item?.sku,
          order?.customer?.name,
          confirmedOn && t('promised', { date: formatDate(confirmedOn) }),
        ),
      })),
    },
    {
      ...{ key: 'toShip', owner: 'warehouse', tone: 'info', count: toShip.totalCount, to: '/shipping' },
      rows: toShip.nodes.map(({ id, lineNo, order, item, dueOn }) => ({
        ...{ id, title: `${order?.number ?? ''} / ${lineNo}` },
        detail: joined(item?.sku, t('due', { date: formatDate(dueOn) })),
        to: { path: '/shipping', query: { q: order?.number ?? '' } },
      })),
    },
    {
      ...{ key: 'toReturn', owner: 'sales', tone: 'warning', count: toReturn.totalCount },
      to: { path: '/returns', query: { state: 'REQUESTED,IN_TRANSIT,RECEIVED,INSPECTED' } },
      rows: toReturn.nodes.map(({ id, number, customer }) => ({
        ...{ id, title: number, detail: customer?.name ?? '', to: `/returns/${id}` },
      })),
    },
    {
      ...{ key: 'owed', owner: 'finance', tone: 'danger', count: owed.totalCount },
      to: { path: '/invoices', query: { overdue: 'OVERDUE' } },
      rows: owed.nodes.map(({ id, number, customer, dueOn }) => ({
        ...{ id, title: number ?? '', to: `/invoices/${id}` },
        detail: joined(customer?.name, dueOn && t('due', { date: formatDate(dueOn) })),
      })),
    },
  ];
}
