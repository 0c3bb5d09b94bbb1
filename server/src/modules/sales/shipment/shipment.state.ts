export const SHIPMENT_STATES = [
  'PLANNED',
  'PACKED',
  'DISPATCHED',
  'IN_TRANSIT',
  'DELIVERED',
  'EXCEPTION',
  'RETURNED',
  'CANCELLED',
] as const;
export type ShipmentState = (typeof SHIPMENT_STATES)[number];
export type ShipmentEventKind = ShipmentState | 'NOTE';

export type ShipmentAct = 'pack' | 'dispatch' | 'travel' | 'deliver' | 'except' | 'bring_back' | 'cancel';

/** What may happen to a shipment in each state, and where it leads. An act that is not named is refused. */
export const shipmentTransitions: Readonly<Record<ShipmentState, Partial<Record<ShipmentAct, ShipmentState>>>> = {
  PLANNED: { pack: 'PACKED', cancel: 'CANCELLED' },
  PACKED: { dispatch: 'DISPATCHED', cancel: 'CANCELLED' },
  DISPATCHED: { travel: 'IN_TRANSIT', deliver: 'DELIVERED', except: 'EXCEPTION' },
  IN_TRANSIT: { travel: 'IN_TRANSIT', deliver: 'DELIVERED', except: 'EXCEPTION' },
  EXCEPTION: { travel: 'IN_TRANSIT', deliver: 'DELIVERED', bring_back: 'RETURNED' },
  DELIVERED: {},
  RETURNED: {},
  CANCELLED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const shipmentActions: Readonly<Record<ShipmentState, readonly string[]>> = {
  PLANNED: ['sales.shipment.pack', 'sales.shipment.cancel'],
  PACKED: ['sales.shipment.dispatch', 'sales.shipment.cancel'],
  DISPATCHED: ['sales.shipment.track', 'sales.shipment.deliver'],
  IN_TRANSIT: ['sales.shipment.track', 'sales.shipment.deliver'],
  EXCEPTION: ['sales.shipment.track', 'sales.shipment.deliver', 'sales.shipment.bring_back'],
  DELIVERED: ['sales.return.request'],
  RETURNED: [],
  CANCELLED: [],
};
