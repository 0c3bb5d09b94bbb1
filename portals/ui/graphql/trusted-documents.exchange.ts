import { type Exchange, type Operation, getOperationName, makeOperation, mapExchange } from '@urql/core';

/**
 * Sends `documentId: "sha256:<hash>"` in place of the query text, for the operations the server was built to trust.
 * Place it directly before the exchanges that talk to the network; everything above still sees the full document.
 */
export function trustedDocumentsExchange(documentIds: Readonly<Record<string, string>>): Exchange {
  const originals = new Map<number, Operation>();
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === 'teardown') {
        originals.delete(operation.key);
        return operation;
      }
      const hash = documentIds[getOperationName(operation.query) ?? ''];
      if (!hash) return operation;
      originals.set(operation.key, operation);
      const query = { kind: operation.query.kind, definitions: [], documentId: `sha256:${hash}` };
      return makeOperation(operation.kind, { ...operation, query }, operation.context);
    },
    onResult(result) {
      const original = originals.get(result.operation.key);
      return original ? { ...result, operation: original } : result;
    },
  });
}
