import type { ResultOf } from '#ui/graphql/graphql.ts';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal, formatMoney } from '#ui/i18n/format.ts';
import type { WorkRow } from '#ui/object/WorkList.vue';
import type { todayQuery } from './today.documents.ts';

type Today = ResultOf<typeof todayQuery>;
type Word = 'notices' | 'approvals' | 'drafts' | 'dueList' | 'expected' | 'dueOn' | 'by' | 'wanted';

export interface Work {
  readonly key: string;
  readonly title: string;
  readonly to: string;
  readonly rows: readonly WorkRow[];
}

const amount = ({ value, unit }: { value: string; unit: string }): string => `${formatDecimal(value)} ${unit}`;
const money = ({ amount: sum, currency }: { amount: string; currency: string }): string => formatMoney(sum, currency);
const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** What waits for the customer, what needs a decision first. */
export function workLists(today: Today, t: Translate<Word>): Work[] {
  const notices = today.notices.nodes.map((notice) => ({
    id: notice.id,
    to: `/orders/${notice.order?.id ?? ''}`,
    title: joined(notice.item?.sku, notice.item?.name),
    text: joined(notice.order?.number, notice.expectedOn && t('expected', { date: formatDate(notice.expectedOn) })),
    figure: amount(notice.lateQuantity),
    isLate: false,
  }));
  const approvals = today.approvals.nodes.map((order) => ({
    id: order.id,
    to: `/orders/${order.id}`,
    title: order.number,
    text: joined(
      order.placedByName && t('by', { name: order.placedByName }),
      t('wanted', { date: formatDate(order.requestedOn) }),
    ),
    figure: money(order.total),
    isLate: false,
  }));
  const drafts = today.drafts.nodes.map((order) => ({
    id: order.id,
    to: `/orders/${order.id}`,
    title: order.number,
    text: t('wanted', { date: formatDate(order.requestedOn) }),
    figure: money(order.total),
    isLate: false,
  }));
  const due = today.due.nodes.map((line) => ({
    id: line.id,
    to: `/orders/${line.order?.id ?? ''}`,
    title: joined(line.item?.sku, line.item?.name),
    text: joined(
      line.order?.number,
      t('dueOn', { date: formatDate(line.dueOn) }),
      line.isAtRisk && line.estimatedOn ? t('expected', { date: formatDate(line.estimatedOn) }) : null,
    ),
    figure: amount(line.openQuantity),
    isLate: line.isOverdue,
  }));
  return [
    { key: 'notices', title: t('notices'), to: '/orders?risk=LATE', rows: notices },
    { key: 'approvals', title: t('approvals'), to: '/orders?state=AWAITING_CUSTOMER_APPROVAL', rows: approvals },
    { key: 'due', title: t('dueList'), to: '/orders?state=SUBMITTED,CONFIRMED,ON_HOLD', rows: due },
    { key: 'drafts', title: t('drafts'), to: '/orders?state=DRAFT', rows: drafts },
  ].filter(({ rows }) => rows.length > 0);
}
