import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.CORRIDOR_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Where the AdventureWorks files are looked for: beside the project, or where CORRIDOR_SHARED_DATA says. */
export const adventureWorksFolder = join(folder, 'adventureworks');
export const hasAdventureWorks = existsSync(join(adventureWorksFolder, 'product.csv'));

export async function adventureWorksFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await readdir(adventureWorksFolder)).filter((name) => name.endsWith('.csv'));
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(adventureWorksFolder, name)) })));
}

const OF_SALES = new Set(['customer.csv', 'sales_order_header.csv', 'sales_order_detail.csv']);

/** The same without customers and their orders: their tables are empty. For stories about supply alone. */
export async function adventureWorksSupply(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = await adventureWorksFiles();
  return files.map(({ name, bytes }) =>
    OF_SALES.has(name) ? { name, bytes: bytes.subarray(0, bytes.indexOf(10) + 1) } : { name, bytes },
  );
}

/** Facts computed from the same files by other code. */
export async function factsOf<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, 'answers', `${name}.json`), 'utf8')) as T;
}
