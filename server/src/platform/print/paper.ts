/** A name and its value, as they stand beside each other on paper. */
export type Fact = readonly [label: string, text: string];

export interface PaperColumn {
  readonly title: string;
  /** Share of the width that is left, or points; as wide as its content when not said. */
  readonly width?: '*' | number;
  readonly isNumber?: boolean;
}

/** Rows under their columns; a row may carry a second, smaller line in its widest cell. */
export interface PaperTable {
  readonly title?: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Said instead of rows where there are none. */
  readonly empty?: string;
}

export type PaperCell = string | { readonly text: string; readonly below: string };

/** A document for people, without a word about how it looks: every text is in its language and formatted already. */
export interface Paper {
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly number: string;
  /** Who sends it: name first, then the lines of the address. */
  readonly from: readonly string[];
  readonly toTitle: string;
  readonly to: readonly string[];
  readonly facts: readonly Fact[];
  readonly tables: readonly PaperTable[];
  /** Sums under the tables; the last one stands out. */
  readonly sums: readonly Fact[];
  readonly notes: readonly string[];
  /** `Page 1 of 2`. */
  readonly page: (page: number, pages: number) => string;
}
