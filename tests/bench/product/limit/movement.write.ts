import { createHash } from 'node:crypto';
import { newId, toGlobalId } from '../../../../server/src/kernel/id.ts';
import { keyOf, type Write } from './statement.ts';

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
  answer: 1,
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
      id: newId(),
      name: 'inventory.stock.moved',
      subjectType: 'StockMove',
      subjectId: id,
      topic: 'STOCK',
      payload: { itemIds: [item] },
      hasListener: true,
    };
    const entry = { id: newId(), act: 'stockTransfer', changes: [], remoteAddress: '127.0.0.1' };
    const answer = `{"data":{"stockTransfer":{"move":{"id":"${toGlobalId('smv', id)}","__typename":"StockMove"},"userErrors":[],"__typename":"StockMovePayload"}}}`;
    return [
      {
        text: `insert into platform_idempotency_key (actor_id, key, act, request_hash, answer) values ($1, $2, 'stockTransfer', $3, $4)`,
        values: [
          person,
          input.idempotencyKey,
          createHash('sha256').update(JSON.stringify(input)).digest('base64'),
          JSON.stringify({ move: id }),
        ],
      },
      {
        text: `select $4::text as data, 1 / (not (inventory_post_moves($1::jsonb, $2, $3) ? 'shortage'))::int as ok`,
        values: [JSON.stringify([move]), person, now, answer],
      },
      {
        text: 'select app_seal($1::jsonb, $2::jsonb, $3)',
        values: [JSON.stringify([event]), JSON.stringify([entry]), audience],
      },
    ];
  },
};
