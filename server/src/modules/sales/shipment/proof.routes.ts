import { fromGlobalId } from '../../../kernel/id.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { jsonAnswer, type Route, type RouteRequest } from '../../../platform/http/route.ts';
import { deliveryProofs } from './delivery-proofs.service.ts';
import { shipmentShape } from './shipment.shape.ts';

const MOST_BYTES = 8 * 1_048_576;

const NOT_FOUND = jsonAnswer(404, { error: 'NOT_FOUND' });

function shipmentOf({ params }: RouteRequest): string | null {
  const named = fromGlobalId(params['id'] ?? '');
  return named?.prefix === shipmentShape.prefix ? named.id : null;
}

/** `POST /shipments/<id>/proof?name=`: the file as the body. The header is one that a form of another site cannot send. */
const attach: Route = {
  method: 'POST',
  path: '/shipments/:id/proof',
  answer: async (request) => {
    const { actor, headers, body, query, database } = request;
    const mayDeliver = actor.audience === 'STAFF' && actor.actions.has('sales.shipment.deliver');
    if (!headers['x-corridor-portal'] || !mayDeliver) return jsonAnswer(403, { error: 'FORBIDDEN' });
    const shipmentId = shipmentOf(request);
    if (!shipmentId) return NOT_FOUND;
    if (body.byteLength > MOST_BYTES) return jsonAnswer(413, { error: 'FILE_TOO_LARGE' });
    const name = typeof query['name'] === 'string' ? query['name'] : '';
    try {
      const kept = await database.transact(actor, (work) => {
        work.nameAct('shipmentProofAttach', 'Shipment', shipmentId);
        return deliveryProofs.attach(work, shipmentId, name, body);
      });
      return jsonAnswer(201, { name: kept });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return jsonAnswer(error.code === 'NOT_FOUND' ? 404 : 422, {
        error: error.code,
        message: error.messageIn(actor.locale),
      });
    }
  },
};

/** `GET /shipments/<id>/proof`: for the customer it was delivered to, and the staff; to be saved, never shown in place. */
const read: Route = {
  method: 'GET',
  path: '/shipments/:id/proof',
  answer: async (request) => {
    const { actor, database } = request;
    const shipmentId = shipmentOf(request);
    if (!shipmentId || (actor.audience !== 'STAFF' && actor.audience !== 'CUSTOMER')) return NOT_FOUND;
    const found = await database.transact(actor, (work) => deliveryProofs.find(work, shipmentId), 'read');
    const bytes = found ? await fileStore().open(found.id) : null;
    return found && bytes
      ? { status: 200, type: 'application/octet-stream', body: bytes, fileName: found.name }
      : NOT_FOUND;
  },
};

export const proofRoutes: readonly Route[] = [attach, read];
