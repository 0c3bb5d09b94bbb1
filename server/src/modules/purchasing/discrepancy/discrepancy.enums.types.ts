import { registerEnumType } from 'type-graphql';

export enum DiscrepancyKind {
  SHORT = 'SHORT',
  OVER = 'OVER',
  UNKNOWN_ITEM = 'UNKNOWN_ITEM',
  DAMAGED = 'DAMAGED',
  WRONG_LOT = 'WRONG_LOT',
  CUSTOMER_RETURN = 'CUSTOMER_RETURN',
}
registerEnumType(DiscrepancyKind, { name: 'DiscrepancyKind' });

export enum DiscrepancyState {
  OPEN = 'OPEN',
  RESOLVED = 'RESOLVED',
}
registerEnumType(DiscrepancyState, { name: 'DiscrepancyState' });

export enum DiscrepancyResolution {
  ACCEPTED = 'ACCEPTED',
  CREDITED = 'CREDITED',
  REPLACED = 'REPLACED',
  RETURNED = 'RETURNED',
  SCRAPPED = 'SCRAPPED',
}
registerEnumType(DiscrepancyResolution, { name: 'DiscrepancyResolution' });
