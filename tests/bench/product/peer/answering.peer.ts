import { keyOf } from '../limit/statement.ts';
import { peerForm } from '../operations/operation.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly proposalId: string;
  readonly expectedVersion: number;
  readonly quantity: string;
}

export const proposalOf = (variables: Readonly<Record<string, unknown>>): string =>
  keyOf((variables['input'] as Input).proposalId);

export const answerProposal = peerForm<unknown, unknown>({
  query: `mutation ($input: PeerAnswerProposalInput!) {
    peerAnswerProposal(input: $input) {
      result {
        rowId number state origin version deliverOn answerDueAt answerReason quantity orderUnitCode numerator denominator answerParts inputs
        vmiAgreementLineByLineId { catalogItemByItemId { rowId sku nameEn unitCode } catalogSiteBySiteId { rowId code timeZone } }
      }
    }
  }`,
  variables: ({ variables }) => {
    const { idempotencyKey, expectedVersion, quantity } = variables['input'] as Input;
    return { input: { proposalId: proposalOf(variables), expectedVersion, offered: quantity, idempotencyKey } };
  },
});
