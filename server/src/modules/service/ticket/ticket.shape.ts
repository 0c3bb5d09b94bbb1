import {
  allowedActions,
  decimal,
  extendShape,
  globalId,
  instant,
  instantSql,
  localized,
  many,
  one,
  shape,
  value,
  type Field,
} from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { contactShape } from '../../interactions/contact/contact.shape.ts';
import { interactionShape } from '../../interactions/interaction/interaction.shape.ts';
import { subjectIdSql } from '../../interactions/subject/subject.shape.ts';
import { queueShape } from '../setup/queue.shape.ts';
import { suggestionsSql } from '../suggestion/ticket-suggestions.shape.ts';
import { ticketActions } from './ticket.state.ts';

const shared = (row: string) =>
  `(${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience()) and ${row}.is_shared)`;

/** Rows of a small table that belong to this one, as JSON. */
const links = (row: string) =>
  `(select coalesce(json_agg(json_build_object('subjectId', ${subjectIdSql('k')}, 'kind', k.subject_type, 'label', k.label) order by k.linked_at, k.label), '[]')
    from service_ticket_link k where k.ticket_id = ${row}.id)`;
const events = (row: string) =>
  `(select coalesce(json_agg(json_build_object('kind', e.kind, 'at', ${instantSql('e.happened_at')},
      'by', (select p.name from identity_person p where p.id = e.person_id), 'detail', coalesce(e.data ->> 'code', e.data ->> 'priority', '')) order by e.happened_at, e.id), '[]')
    from service_ticket_event e where e.ticket_id = ${row}.id)`;

const named = (table: string, on: (row: string) => string): Field =>
  localized(
    (row) => `(select n.name_en from ${table} n where ${on(row)})`,
    (row) => `coalesce((select n.name_zh from ${table} n where ${on(row)}), '')`,
  );

/** A party sees the tickets of its side that are not ours alone. */
export const ticketShape = shape({
  type: 'Ticket',
  prefix: 'tkt',
  table: 'service_ticket',
  visible: { STAFF: 'all', SUPPLIER: shared, CUSTOMER: shared },
  fields: {
    number: value('number'),
    subject: value('subject'),
    side: value('audience'),
    isShared: value('is_shared'),
    isSpam: value('is_spam'),
    channel: value('channel'),
    priority: value('priority'),
    statusCode: value('status_code'),
    statusName: named('service_status', (row) => `n.code = ${row}.status_code`),
    category: value('category'),
    topic: named('service_category', (row) => `n.id = ${row}.category_id`),
    queue: named('service_queue', (row) => `n.id = ${row}.queue_id`),
    queueId: globalId(queueShape.prefix, 'queue_id'),
    openedBy: value('opened_by_name'),
    organisation: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.organisation_id`,
    ),
    contact: one(
      () => contactShape,
      (row, child) => `${child}.id = ${row}.contact_id`,
    ),
    assignee: one(
      () => personShape,
      (row, child) => `${child}.id = ${row}.assignee_person_id`,
    ),
    messages: many(
      () => interactionShape,
      (row, child) =>
        `${child}.subject_type = 'Ticket' and (${child}.subject_id = ${row}.id or ${child}.subject_id in (select m.id from service_ticket m where m.survivor_id = ${row}.id and m.id <> ${row}.id))`,
      (child) => `${child}.occurred_at, ${child}.id`,
    ),
    links: value(links),
    events: value(events),
    responseDueAt: instant('response_due_at'),
    respondedAt: instant('responded_at'),
    responseMinutes: decimal('response_minutes'),
    responseBreachedAt: instant('response_breached_at'),
    resolutionDueAt: instant('resolution_due_at'),
    resolvedAt: instant('resolved_at'),
    holdMinutes: decimal('hold_minutes'),
    netMinutes: decimal('net_minutes'),
    resolutionBreachedAt: instant('resolution_breached_at'),
    nextDueAt: instant((row) => `nullif(${row}.next_due_at, '9999-12-31 00:00:00+00'::timestamptz)`),
    isEscalated: value((row) => `${row}.escalated_at is not null`),
    lastMessageAt: instant('last_message_at'),
    createdAt: instant('created_at'),
    version: value('version'),
    rating: value(
      (row) =>
        `(select json_build_object('score', r.score, 'comment', r.comment) from service_rating r where r.ticket_id = ${row}.id and r.resolution_no = ${row}.resolution_no)`,
    ),
    suggestions: value(suggestionsSql),
    allowedActions: allowedActions('category', ticketActions),
  },
});

extendShape(ticketShape, {
  mergedInto: one(
    () => ticketShape,
    (row, child) => `${child}.id = ${row}.merged_into_id`,
  ),
  cause: one(
    () => ticketShape,
    (row, child) => `${child}.id = ${row}.cause_ticket_id`,
  ),
  attached: many(
    () => ticketShape,
    (row, child) => `${child}.cause_ticket_id = ${row}.id`,
    (child) => `${child}.created_at, ${child}.id`,
  ),
  merged: many(
    () => ticketShape,
    (row, child) => `${child}.survivor_id = ${row}.id and ${child}.id <> ${row}.id`,
    (child) => `${child}.created_at, ${child}.id`,
  ),
});
