import type { Row } from './shape.ts';

/** A page as SQL: the rows that match, the cut that makes the page, and its order. */
export interface PageSql {
  readonly row: Row;
  readonly key: string;
  readonly matching: string;
  readonly cut: string;
  readonly order: string;
}
