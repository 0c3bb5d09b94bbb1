import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { TestApp } from '../app.ts';
import { aKey, done, refusals, type Trade } from '../factories/purchasing.ts';

/** A receipt as tests look at it. */
export interface AReceipt {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly notice: { state: string } | null;
  readonly lines: { id: string; returnableQuantity: { value: string; unit: string } | null }[];
  readonly discrepancies: { id: string; kind: string; version: number }[];
}

export const RECEIPT =
  'id state version allowedActions notice { state } lines { id acceptedQuantity { value } rejectedQuantity { value } quarantineQuantity { value } returnableQuantity { value unit } inspections { acceptedQuantity rejectedQuantity reason } } discrepancies { id kind state version detail expectedQuantity { value } actualQuantity { value } }';

/** Books a receipt that must be taken; by the warehouse, unless somebody else is named. */
export async function post(
  app: TestApp,
  trade: Trade,
  input: object,
  actor: Actor = trade.warehouse,
): Promise<AReceipt> {
  const whole = { idempotencyKey: aKey(), ...input };
  const selection = `receipt { ${RECEIPT} }`;
  const { receipt } = await done<{ receipt: AReceipt }>(
    app,
    actor,
    'receiptPost',
    'ReceiptPostInput',
    whole,
    selection,
  );
  return receipt;
}

/** The codes with which a receipt is refused. */
export const refusedPost = (app: TestApp, actor: Actor, input: object): Promise<string[]> =>
  refusals(app, actor, 'receiptPost', 'ReceiptPostInput', { idempotencyKey: aKey(), ...input });

/** What a schedule line says of itself, in its order unit. */
export async function counts(
  app: TestApp,
  trade: Trade,
  scheduleLine: string | undefined,
): Promise<Record<string, string>> {
  const names = ['received', 'accepted', 'rejected', 'quarantine', 'open', 'inTransit', 'shipped', 'shippable'];
  const fields = names.map((name) => `${name}Quantity { value }`).join(' ');
  const query = `query ($id: ID!) { node(id: $id) { ... on ScheduleLine { state ${fields} } } }`;
  const { node } = await app.ask<{ node: Record<string, { value: string }> & { state: string } }>(trade.buyer, query, {
    id: scheduleLine,
  });
  const values = names.map((name) => [name, node[`${name}Quantity`]?.value ?? '']);
  return { state: node.state, ...(Object.fromEntries(values) as Record<string, string>) };
}

/** What lies at the site of the trade of its item, `location status amount` each. */
export async function stockOf(app: TestApp, { item, siteId }: Trade): Promise<string[]> {
  const rows = await app.owner.query<{ place: string }>(
    `select l.kind || ' ' || b.status || ' ' || trim_scale(sum(b.on_hand)) as place
     from inventory_stock_balance b join catalog_location l on l.id = b.location_id
     where b.item_id = $1 and b.site_id = $2 group by l.kind, b.status having sum(b.on_hand) > 0 order by 1`,
    [item.id, siteId],
  );
  return rows.map(({ place }) => place);
}
