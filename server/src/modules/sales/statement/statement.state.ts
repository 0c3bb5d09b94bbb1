/** What changes what a customer owes. */
export const ENTRY_KINDS = ['INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'REFUND'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
