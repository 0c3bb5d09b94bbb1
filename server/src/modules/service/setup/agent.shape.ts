import { many, one, shape, value } from '../../../platform/read/shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { queueShape } from './queue.shape.ts';

export const agentShape = shape({
  type: 'ServiceAgent',
  prefix: 'agt',
  table: 'service_agent',
  visible: { STAFF: 'all' },
  fields: {
    skills: value('skills'),
    capacity: value('capacity'),
    isAvailable: value('is_available'),
    version: value('version'),
    openTickets: value(
      (row) =>
        `(select count(*)::int from service_ticket t where t.assignee_person_id = ${row}.person_id and t.category in ('OPEN', 'PAUSED'))`,
    ),
    person: one(
      () => personShape,
      (row, child) => `${child}.id = ${row}.person_id`,
    ),
    queues: many(
      () => queueShape,
      (row, child) => `${child}.id = any(${row}.queue_ids)`,
      (child) => `${child}.code`,
    ),
  },
});
