import { registerEnumType } from 'type-graphql';

/** Whether stock may be used: yes, not before it is inspected, or not at all. */
export enum StockStatus {
  UNRESTRICTED = 'UNRESTRICTED',
  QUALITY = 'QUALITY',
  BLOCKED = 'BLOCKED',
}
registerEnumType(StockStatus, {
  name: 'StockStatus',
  description: 'Unrestricted, in quality inspection, or blocked.',
});

/** Why stock moved. */
export enum MoveReason {
  OPENING = 'OPENING',
  RECEIPT = 'RECEIPT',
  ISSUE = 'ISSUE',
  TRANSFER = 'TRANSFER',
  ADJUSTMENT = 'ADJUSTMENT',
  COUNT = 'COUNT',
  SCRAP = 'SCRAP',
  RETURN = 'RETURN',
  PRODUCTION = 'PRODUCTION',
  CONSUMPTION = 'CONSUMPTION',
  OWNERSHIP = 'OWNERSHIP',
  STATUS = 'STATUS',
  REVERSAL = 'REVERSAL',
}
registerEnumType(MoveReason, { name: 'StockMoveReason', description: 'Why stock moved.' });
