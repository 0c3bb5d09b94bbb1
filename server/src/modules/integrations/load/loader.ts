import type { Typed } from '../csv/typed-rows.ts';
import type { Columns, Template } from '../csv/template.ts';
import type { Counts } from './upsert.ts';
import type { Loading } from './references.ts';

/** Takes the good rows of one kind of file into the database: set-based, by business key, in the caller's transaction. */
export interface Loader<C extends Columns = Columns> {
  readonly template: Template<C>;
  readonly load: (loading: Loading, rows: readonly Typed<C>[]) => Promise<Counts>;
}

export const loader = <C extends Columns>(template: Template<C>, load: Loader<C>['load']): Loader =>
  ({ template, load }) as unknown as Loader;

/** Rows whose document nothing was found wrong with, neither in the file nor in the database. */
export const stillGood = <R extends { readonly $document: string }>({ blocked }: Loading, rows: readonly R[]): R[] =>
  rows.filter(({ $document }) => !blocked.has($document));
