import { registerEnumType } from 'type-graphql';

export enum ReceiptState {
  COUNTED = 'COUNTED',
  INSPECTING = 'INSPECTING',
  PUT_AWAY = 'PUT_AWAY',
}
registerEnumType(ReceiptState, { name: 'ReceiptState' });
