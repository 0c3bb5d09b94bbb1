import { peerForm } from '../operations/operation.ts';
import { key, nodesOf, type Edges, type Id, type Nodes } from './facts.ts';

interface TicketRow {
  readonly rowId: string;
  readonly number: string;
  readonly priority: string;
  readonly identityOrganisationByOrganisationId: { readonly name: string };
  readonly identityPersonByAssigneePersonId: { readonly name: string } | null;
}
interface OurTicketRow extends Id {
  readonly number: string;
  readonly priority: string;
  readonly organisation: { readonly name: string };
  readonly assignee: { readonly name: string } | null;
}

/** No ticket of the benchmark is paused: what is open is what is active. */
export const ticketQueue = peerForm<{ allServiceTickets: Nodes<TicketRow> }, { tickets: Edges<OurTicketRow> }>({
  query: `query ($first: Int!) {
    allServiceTickets(first: $first, condition: { category: "OPEN" }, orderBy: [NEXT_DUE_AT_ASC, PRIMARY_KEY_ASC]) {
      nodes {
        rowId number subject category priority channel escalatedAt nextDueAt respondedAt createdAt
        serviceStatusByStatusCode { nameEn }
        serviceQueueByQueueId { nameEn }
        identityOrganisationByOrganisationId { rowId name }
        identityPersonByAssigneePersonId { rowId name }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  variables: ({ variables }) => ({ first: variables['first'] }),
  facts: ({ allServiceTickets: { nodes } }) =>
    nodes.map((row) => [
      row.rowId,
      row.number,
      row.priority,
      row.identityOrganisationByOrganisationId.name,
      row.identityPersonByAssigneePersonId?.name ?? null,
    ]),
  ourFacts: ({ tickets }) =>
    nodesOf(tickets).map((row) => [
      key(row),
      row.number,
      row.priority,
      row.organisation.name,
      row.assignee?.name ?? null,
    ]),
});
