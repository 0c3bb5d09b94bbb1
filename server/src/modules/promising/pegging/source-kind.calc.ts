/** Supply of this kind, as a peg names it. */
export const SOURCE_KINDS = ['STOCK', 'ORDER', 'NOTICE', 'PRODUCTION'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
