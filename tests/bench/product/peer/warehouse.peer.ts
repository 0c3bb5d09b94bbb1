import { keyOf } from '../limit/statement.ts';
import { peerForm } from '../operations/operation.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly toLocationId: string;
  readonly quantity: string;
}

export const recordMovement = peerForm<unknown, unknown>({
  query: `mutation ($input: PeerRecordMovementInput!) {
    peerRecordMovement(input: $input) { result }
  }`,
  variables: ({ variables }) => {
    const input = variables['input'] as Input;
    return {
      input: {
        idempotencyKey: input.idempotencyKey,
        itemId: keyOf(input.itemId),
        fromId: keyOf(input.locationId),
        toId: keyOf(input.toLocationId),
        amount: input.quantity,
      },
    };
  },
});
