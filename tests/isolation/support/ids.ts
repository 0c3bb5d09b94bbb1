import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { declaredShapes } from '../../../server/src/platform/read/shape.ts';
import type { Rows } from './rows.ts';

/** Ids whose name does not say of what they are, as `name` or `Owner.name`: of which types they may be. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  supplierId: ['Organisation'],
  customerId: ['Organisation'],
  ownerId: ['Organisation'],
  fromOwnerId: ['Organisation'],
  toOwnerId: ['Organisation'],
  fromLocationId: ['Location'],
  toLocationId: ['Location'],
  assigneeId: ['Person'],
  subjectId: ['SalesOrder', 'SalesOrderLine', 'Shipment', 'Invoice', 'Item'],
  fileIds: ['Upload'],
  'ServiceOrderInput.ids': ['ServiceQueue', 'ServiceCategory'],
  aboutIds: ['SalesOrder', 'SalesOrderLine', 'Shipment', 'Invoice'],
};

/** Kinds of ids without a shape, by prefix: the table they are of. */
const PLAIN: Readonly<Record<string, string>> = { Upload: 'upl platform_upload' };

export interface Kind {
  readonly type: string;
  readonly prefix: string;
  readonly table: string;
}

const kinds = new Map<string, Kind>(
  [
    ...declaredShapes().map(({ type, prefix, table }) => [type, { type, prefix, table }] as const),
    ...Object.entries(PLAIN).map(([type, said]) => {
      const [prefix = '', table = ''] = said.split(' ');
      return [type, { type, prefix, table }] as const;
    }),
  ].sort(),
);

const plainName = (name: string): string => name.replace(/(^i|I)ds?$/, '').toLowerCase();

/** Of what an id may be, by the name of the argument or input field; none when the name says nothing. */
export function kindsOf(owner: string, name: string): Kind[] {
  const named = NAMED[`${owner}.${name}`] ?? NAMED[name];
  if (named) return named.flatMap((type) => kinds.get(type) ?? []);
  const base = plainName(name);
  if (base === '') return kindsBegun(owner);
  const found = [...kinds].filter(([type]) => type.toLowerCase() === base);
  const ending = [...kinds].filter(([type]) => type.toLowerCase().endsWith(base) || base.endsWith(type.toLowerCase()));
  return (found.length > 0 ? found : ending).map(([, kind]) => kind);
}

/** Of what a plain `id` is: the longest beginning of its owner's name that is a kind, or ends the name of one. */
function kindsBegun(owner: string): Kind[] {
  const words = owner.match(/^[a-z]+|[A-Z][a-z]*/g) ?? [];
  for (let length = words.length; length > 0; length--) {
    const beginning = words.slice(0, length).join('').toLowerCase();
    const all = [...kinds].map(([type, kind]) => [type.toLowerCase(), kind] as const);
    const exact = all.filter(([type]) => type === beginning);
    const ending = all.filter(([type]) => type.endsWith(beginning));
    const found = exact.length > 0 ? exact : ending;
    if (found.length > 0) return found.map(([, kind]) => kind);
  }
  return [];
}

/** Every kind that is read by a shape: what `node(id)` answers. */
export const everyKind = (): Kind[] => [...kinds.values()];

/** The global id of the row made for that party, or a made-up one of the same kind. */
export function idOf(rows: Rows, { prefix, table }: Kind, mark: string | null): string {
  const row = mark === null ? undefined : rows.find(table, mark);
  return toGlobalId(prefix, (row?.values['id'] as string | undefined) ?? newId());
}
