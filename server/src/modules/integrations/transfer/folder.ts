import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inOrder } from '../../../kernel/in-order.ts';
import type { SourceFile } from '../load/import-csv.ts';

/** The CSV files of a folder. */
export async function readFolder(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv'));
  return inOrder(names.sort(), async (name) => ({ name, bytes: await readFile(join(folder, name)) }));
}

export async function writeFolder(folder: string, files: readonly SourceFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await inOrder(files, ({ name, bytes }) => writeFile(join(folder, name), bytes));
}
