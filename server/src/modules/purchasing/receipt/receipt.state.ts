/** COUNTED: accepted goods still lie where they were received. INSPECTING: some wait for a decision. */
export const RECEIPT_STATES = ['COUNTED', 'INSPECTING', 'PUT_AWAY'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** What the portals may offer in each state, by the name of the permission. */
export const receiptActions: Readonly<Record<ReceiptState, readonly string[]>> = {
  COUNTED: ['purchasing.receipt.put_away', 'purchasing.return.post'],
  INSPECTING: ['purchasing.receipt.inspect', 'purchasing.receipt.put_away', 'purchasing.return.post'],
  PUT_AWAY: ['purchasing.return.post'],
};
