import { orNull } from '#ui/forms/entry.ts';
import { useAct } from '#ui/forms/useAct.ts';
import type { ShipmentEntry } from './shipment-acts.ts';
import * as steps from './shipment-steps.documents.ts';
import * as travel from './shipment-travel.documents.ts';
import type { Shipment } from './shipment.documents.ts';

const step = ({ id, version }: Shipment, idempotencyKey: string) => ({
  idempotencyKey,
  shipmentId: id,
  expectedVersion: version,
});

/** Every act on a shipment, each sent with what it needs of the entry. */
export function useShipmentActs() {
  const pack = useAct(steps.packMutation, (data) => data.done);
  const cancel = useAct(steps.cancelMutation, (data) => data.done);
  const dispatch = useAct(steps.dispatchMutation, (data) => data.done);
  const track = useAct(travel.trackMutation, (data) => data.done);
  const deliver = useAct(travel.deliverMutation, (data) => data.done);
  const bringBack = useAct(travel.bringBackMutation, (data) => data.done);
  return {
    pack: {
      ...pack,
      send: (of: Shipment, { parcels }: ShipmentEntry) =>
        pack.run((key) => ({ input: { ...step(of, key), parcels: Number(parcels) } })),
    },
    cancel: { ...cancel, send: (of: Shipment) => cancel.run((key) => ({ input: step(of, key) })) },
    dispatch: {
      ...dispatch,
      send: (of: Shipment, { carrier, tracking, expectedOn }: ShipmentEntry) =>
        dispatch.run((key) => ({
          input: {
            ...step(of, key),
            ...{ carrier: orNull(carrier), tracking: orNull(tracking), expectedOn: orNull(expectedOn) },
          },
        })),
    },
    track: {
      ...track,
      send: (of: Shipment, { kind, place, note, expectedOn }: ShipmentEntry) =>
        track.run((key) => ({ input: { ...step(of, key), kind, place, note, expectedOn: orNull(expectedOn) } })),
    },
    deliver: {
      ...deliver,
      send: (of: Shipment, { receivedBy, note }: ShipmentEntry) =>
        deliver.run((key) => ({ input: { ...step(of, key), receivedBy, note } })),
    },
    bring_back: {
      ...bringBack,
      send: (of: Shipment, { note }: ShipmentEntry) => bringBack.run((key) => ({ input: { ...step(of, key), note } })),
    },
  };
}
