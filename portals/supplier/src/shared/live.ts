import { type Topic, useLiveChanges } from '#ui/graphql/useLiveChanges.ts';

/** Everything a supplier is told about. All pages ask for the same topics, so the portal holds one subscription. */
const topics: Topic[] = ['STOCK', 'PROPOSAL', 'ORDER', 'NOTICE', 'RECEIPT', 'STATEMENT', 'ALERT'];

/** Calls `refresh` soon after anything of this supplier changed, whoever changed it. */
export function useLiveRefresh(refresh: () => void): void {
  useLiveChanges(topics, refresh);
}
