import { newId, toGlobalId } from '../../../../server/src/kernel/id.ts';
import { keyOf, keptAnswer, type Write } from './statement.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly toLocationId: string;
  readonly quantity: string;
}

/**
 * Brings stock from one place to another: the same ledger function, event, audit entry and idempotency key as the
 * product's act, all sent in one message. The answer is known before it is written.
 */
export const recordMovement: Write = {
  answer: 2,
  steps(variables, { person, org, audience }) {
    const input = variables['input'] as Input;
    const id = newId();
    const now = new Date();
    const [item, from, to] = [keyOf(input.itemId), keyOf(input.locationId), keyOf(input.toLocationId)];
    const move = {
      id,
      item_id: item,
      from_location_id: from,
      to_location_id: to,
      from_owner_id: org,
      to_owner_id: org,
      from_status: 'UNRESTRICTED',
      to_status: 'UNRESTRICTED',
      lot: '',
      quantity: input.quantity,
      reason: 'TRANSFER',
      note: '',
      document_type: null,
      document_id: null,
      moved_at: now,
      reverses_move_id: null,
    };
    const event = {
      name: 'inventory.stock.moved',
      subjectType: 'StockMove',
      subjectId: id,
      topic: 'STOCK',
      hasListener: true,
    };
    const entry = { id: newId(), act: 'stockTransfer', changes: [], remoteAddress: '127.0.0.1' };
    const answer = `{"data":{"stockTransfer":{"move":{"id":"${toGlobalId('smv', id)}","__typename":"StockMove"},"userErrors":[],"__typename":"StockMovePayload"}}}`;
    return [
      keptAnswer(person, input.idempotencyKey, 'stockTransfer', input, { move: id }),
      {
        text: `select 1 / (count(*) = 2)::int from catalog_location where id in ($1, $2) and kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')`,
        values: [from, to],
      },
      // Every supplier that shares the stock is told with an event of its own.
      {
        text: `
with posted as materialized (select inventory_post_moves($1::jsonb, $2, $3) as answer)
select $4::text as data, 1 / (not (p.answer ? 'shortage'))::int as ok, app_seal((
  select jsonb_agg($5::jsonb || jsonb_build_object('id', gen_random_uuid(), 'supplierId', s.id, 'payload', $6::jsonb || jsonb_build_object('siteIds', p.answer->'sites')))
  from (select null as id union all select jsonb_array_elements_text(p.answer->'suppliers')) s), $7::jsonb, $8) as sealed
from posted p`,
        values: [
          JSON.stringify([move]),
          person,
          now,
          answer,
          JSON.stringify(event),
          JSON.stringify({ itemIds: [item] }),
          JSON.stringify([entry]),
          audience,
        ],
      },
    ];
  },
};
