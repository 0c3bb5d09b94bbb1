/** One column of a list; on phones, one line of a card. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Plain text of the cell. A slot `cell-<key>` may show it otherwise; the text then still names the row and compares it. */
  readonly text: (row: Row) => string;
  /** Numbers stand at the end, in figures of equal width. */
  readonly align?: 'start' | 'end';
  /** The unit all values share, said once in the heading. */
  readonly unit?: string;
  readonly isSortable?: boolean;
  /** `title` names the row (one per list); `hidden` leaves it out on phones. */
  readonly card?: 'title' | 'line' | 'hidden';
  readonly width?: string;
}

export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface ListRow {
  readonly id: string;
}

export function titleColumn<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  return columns.find(({ card }) => card === 'title') ?? columns[0];
}
