import { keyOf } from '../limit/statement.ts';
import { peerForm } from '../operations/operation.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
}

export const orderOf = (variables: Readonly<Record<string, unknown>>): string =>
  keyOf((variables['input'] as Input).orderId);

/** The act is a function of the database, which PostGraphile offers as a mutation. */
export const placeOrder = peerForm<unknown, unknown>({
  query: `mutation ($input: PeerPlaceOrderInput!) {
    peerPlaceOrder(input: $input) { result { rowId state version number } }
  }`,
  variables: ({ variables }) => {
    const { idempotencyKey, expectedVersion } = variables['input'] as Input;
    return { input: { orderId: orderOf(variables), expectedVersion, idempotencyKey } };
  },
});
