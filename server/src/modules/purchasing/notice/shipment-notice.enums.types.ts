import { registerEnumType } from 'type-graphql';

export enum NoticeState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  IN_TRANSIT = 'IN_TRANSIT',
  ARRIVED = 'ARRIVED',
  RECEIVING = 'RECEIVING',
  RECEIVED = 'RECEIVED',
  RECEIVED_WITH_DISCREPANCY = 'RECEIVED_WITH_DISCREPANCY',
  CANCELLED = 'CANCELLED',
}
registerEnumType(NoticeState, { name: 'ShipmentNoticeState' });
