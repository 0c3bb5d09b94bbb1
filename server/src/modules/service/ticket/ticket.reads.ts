import { list } from '../../../platform/read/list.ts';
import { ticketShape } from './ticket.shape.ts';

const hasEach = (row: string, wanted: string, andNot: string): string =>
  `not exists (select from unnest(${wanted}::text[]) q(word) where not exists (
    select from service_ticket_word w where w.word = q.word and w.ticket_id = ${row}.id${andNot}))`;

export const ticketList = list(ticketShape, {
  sorts: {
    DUE: { by: (row) => `${row}.next_due_at`, type: 'timestamptz', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    isActive: (row, wanted) => `(${row}.category in ('OPEN', 'PAUSED') and ${wanted}::boolean)`,
    category: (row, wanted) => `${row}.category = any(${wanted}::text[])`,
    status: (row, wanted) => `${row}.status_code = any(${wanted}::text[])`,
    priority: (row, wanted) => `${row}.priority = any(${wanted}::text[])`,
    side: (row, wanted) => `${row}.audience = ${wanted}::text`,
    queue: (row, wanted) => `${row}.queue_id = ${wanted}::uuid`,
    queues: (row, wanted) => `${row}.queue_id = any(${wanted}::uuid[])`,
    assignee: (row, wanted) => `${row}.assignee_person_id = ${wanted}::uuid`,
    isUnassigned: (row, wanted) => `(${row}.assignee_person_id is null and ${wanted}::boolean)`,
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    isBreached: (row, wanted) =>
      `((${row}.response_breached_at is not null or ${row}.resolution_breached_at is not null) = ${wanted}::boolean)`,
    subject: (row, wanted) =>
      `${row}.id in (select k.ticket_id from service_ticket_link k where k.subject_id = ${wanted}::uuid)`,
    rareWord: (row, wanted) =>
      `${row}.id in (select w.ticket_id from service_ticket_word w where w.word = ${wanted}::text)`,
    words: (row, wanted) => hasEach(row, wanted, ''),
    sharedWords: (row, wanted) => hasEach(row, wanted, ' and not w.is_internal'),
  },
});
