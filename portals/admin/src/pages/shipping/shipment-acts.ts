export type ShipmentAct = 'cancel' | 'bring_back' | 'track' | 'pack' | 'dispatch' | 'deliver';

/** In the order of the buttons, what brings the shipment on at the end. */
export const shipmentActs: readonly ShipmentAct[] = ['cancel', 'bring_back', 'track', 'pack', 'dispatch', 'deliver'];
const primary: readonly ShipmentAct[] = ['pack', 'dispatch', 'deliver'];

export const isPrimary = (act: ShipmentAct): boolean => primary.includes(act);

/** What somebody enters before an act. */
export interface ShipmentEntry {
  carrier: string;
  tracking: string;
  expectedOn: string;
  kind: 'IN_TRANSIT' | 'EXCEPTION';
  place: string;
  note: string;
  receivedBy: string;
  parcels: string;
}
