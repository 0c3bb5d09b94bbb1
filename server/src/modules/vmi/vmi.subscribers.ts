import { sql } from 'kysely';
import type { DeliveredEvent } from '../../platform/events/event.ts';
import type { Subscriber } from '../../platform/jobs/worker.ts';
import type { Work } from '../../platform/db/work.ts';
import { STOCK_MOVED, type StockMovedPayload } from '../inventory/inventory.events.ts';
import { planChanged } from '../planning/planning.events.ts';
import { agreementSharing } from './agreement/agreement-sharing.service.ts';
import { commitmentProgress } from './commitment/commitment-progress.service.ts';
import { lineStatuses } from './line/line-status.service.ts';
import { plannedDemands } from './line/planned-demand.service.ts';
import { openProposals } from './proposal/open-proposals.service.ts';
import * as happened from './vmi.events.ts';

const followPlan = (work: Work): Promise<void> => plannedDemands.followPlan(work);

const lineIdsOf = ({ payload }: DeliveredEvent): string[] => (payload?.['lineIds'] as string[] | undefined) ?? [];

const refreshLines = async (work: Work, event: DeliveredEvent): Promise<void> => {
  await lineStatuses.refresh(work, lineIdsOf(event));
};

/** Lines of an agreement begin or cease to live: what the supplier may see, and how the lines stand, follow. */
const followAgreement = async (work: Work, { subjectId }: DeliveredEvent): Promise<void> => {
  await lineStatuses.refresh(work, await agreementSharing.follow(work, subjectId));
  await plannedDemands.followAgreement(work, subjectId);
};

// Each supplier's copy of the event tells the same: the company's, which names no supplier, is the one to follow.
const followStock = async (work: Work, { supplierId, payload }: DeliveredEvent): Promise<void> => {
  if (supplierId) return;
  const { itemIds, siteIds } = payload as unknown as StockMovedPayload;
  await lineStatuses.refreshItems(work, itemIds, siteIds);
};

// Each supplier of a run has an event of his own. A proposal that a planner asked for is its own subject.
const followRun = async (work: Work, { subjectId, supplierId }: DeliveredEvent): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select p.line_id as id from vmi_proposal p
    where (p.run_id = ${subjectId}::uuid or p.id = ${subjectId}::uuid) and p.supplier_id = ${supplierId}::uuid`.execute(
    work.sql,
  );
  await lineStatuses.refresh(
    work,
    rows.map(({ id }) => id),
  );
};

// A supplier cannot end what he was never shown: a computed proposal under limits that he has changed since.
const followLimits = async (work: Work, event: DeliveredEvent): Promise<void> => {
  await openProposals.supersedeOutdated(work, lineIdsOf(event));
  await refreshLines(work, event);
};

const followPurchasing = (work: Work, { subjectType, subjectId }: DeliveredEvent): Promise<void> =>
  commitmentProgress.follow(work, subjectType, subjectId);

const on = (name: string, react: Subscriber['react'], events: readonly (string | { event: string })[]): Subscriber[] =>
  events.map((event) => ({ name, event: typeof event === 'string' ? event : event.event, react }));

const OF_PURCHASING = [
  'order.issued',
  'order.answered',
  'order.confirmed',
  'order.changed',
  'order.cancelled',
  'order.closed',
  'notice.submitted',
  'notice.dispatched',
  'notice.rescheduled',
  'notice.arrived',
  'notice.cancelled',
  'notice.overdue',
  'receipt.posted',
  'receipt.inspected',
].map((name) => `purchasing.${name}`);

/** What vendor-managed inventory does when something happened, here or below. */
export const vmiSubscribers: readonly Subscriber[] = [
  ...on('vmi stock', followStock, [STOCK_MOVED]),
  ...on('vmi supply', followPurchasing, OF_PURCHASING),
  ...on('vmi agreements', followAgreement, [
    happened.agreementAccepted,
    happened.agreementTerminated,
    happened.agreementExpired,
    happened.linesChanged,
  ]),
  ...on('vmi plan', followPlan, [planChanged]),
  ...on('vmi limits', followLimits, [happened.limitsChanged]),
  ...on('vmi runs', followRun, [happened.proposalsOpened]),
  ...on('vmi proposals', refreshLines, [
    happened.proposalReleased,
    happened.proposalAccepted,
    happened.proposalCountered,
    happened.proposalDeclined,
    happened.proposalRefused,
    happened.proposalSuperseded,
    happened.proposalExpired,
    happened.commitmentCancelled,
  ]),
];
