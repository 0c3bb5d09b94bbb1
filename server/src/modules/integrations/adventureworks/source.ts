import { FileMissing } from '../integrations.errors.ts';
import { decode } from '../csv/decode.ts';
import type { Issues } from '../csv/issue.ts';
import { readCsv } from '../csv/read-csv.ts';
import type { SourceFile } from '../load/import-csv.ts';

export interface SourceRow {
  readonly line: number;
  readonly file: string;
  get(column: string): string;
}

/** The tables of a folder of AdventureWorks files, each read when it is asked for. */
export class AdventureWorksFiles {
  private readonly byName: ReadonlyMap<string, SourceFile>;

  constructor(
    files: readonly SourceFile[],
    private readonly issues: Issues,
  ) {
    this.byName = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  }

  /** @throws FileMissing when there is no such file. */
  rows(table: string, ...columns: readonly string[]): SourceRow[] {
    const file = `${table}.csv`;
    const source = this.byName.get(file);
    if (!source) throw new FileMissing({ file });
    const rows: SourceRow[] = [];
    const names = { required: columns, optional: [], ignoresOthers: true };
    readCsv(file, decode(file, source.bytes), names, this.issues, ({ line, cells }) =>
      rows.push({ line, file, get: (column) => cells[column] ?? '' }),
    );
    return rows;
  }
}
