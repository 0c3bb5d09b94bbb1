export type ReceiptActKind = 'inspect' | 'putAway' | 'back';
