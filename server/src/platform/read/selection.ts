import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** One field that a document asks of an object. Static per document, so plans made of it can be kept. */
export interface Selection {
  /** Where the answer stands in the row: the field's name, or `name@responseKey` when it takes arguments. */
  readonly output: string;
  readonly node: FieldNode;
  readonly sets: readonly SelectionSetNode[];
}

export type DocumentPart = Pick<GraphQLResolveInfo, 'fragments'>;

/** The place in a planned row where the answer of this field stands. */
export function outputOf(node: FieldNode): string {
  return node.arguments?.length ? `${node.name.value}@${node.alias?.value ?? node.name.value}` : node.name.value;
}

/** The answer of a field that takes arguments, for its resolver: the planner has read it with the row. */
export function planned<T>(row: object, info: GraphQLResolveInfo): T {
  const node = info.fieldNodes[0];
  return (row as Record<string, unknown>)[node ? outputOf(node) : info.fieldName] as T;
}

/**
 * The fields asked of an object that answers to `names` (any name when not given): fragments opened, fields of the same output merged.
 * Fields under @skip and @include are kept: reading too much is harmless, and the plan stays static.
 */
export function fieldsOf(
  sets: readonly SelectionSetNode[],
  names: ReadonlySet<string> | undefined,
  info: DocumentPart,
  output: (node: FieldNode) => string = outputOf,
): Selection[] {
  const found = new Map<string, { output: string; node: FieldNode; sets: SelectionSetNode[] }>();
  for (const node of fieldNodes(sets, info, names)) {
    const place = output(node);
    const entry = found.get(place) ?? { output: place, node, sets: [] };
    if (node.selectionSet) entry.sets.push(node.selectionSet);
    found.set(place, entry);
  }
  return [...found.values()];
}

/** The selection sets below a path of field names, e.g. `['edges', 'node']`, whatever their aliases. */
export function setsBelow(
  sets: readonly SelectionSetNode[],
  path: readonly string[],
  info: DocumentPart,
): readonly SelectionSetNode[] {
  return path.reduce(
    (current, name) =>
      fieldNodes(current, info)
        .filter((node) => node.name.value === name)
        .flatMap((node) => node.selectionSet ?? []),
    sets,
  );
}

/** Whether a field of that name is asked for directly in these sets. */
export const isAsked = (sets: readonly SelectionSetNode[], name: string, info: DocumentPart): boolean =>
  fieldNodes(sets, info).some((node) => node.name.value === name);

/** The selection sets of the field being resolved. */
export const setsOf = (info: GraphQLResolveInfo): SelectionSetNode[] =>
  info.fieldNodes.flatMap((node) => node.selectionSet ?? []);

function fieldNodes(sets: readonly SelectionSetNode[], info: DocumentPart, names?: ReadonlySet<string>): FieldNode[] {
  return sets.flatMap((set) =>
    set.selections.flatMap((part) => {
      if (part.kind === Kind.FIELD) return [part];
      const fragment = part.kind === Kind.INLINE_FRAGMENT ? part : info.fragments[part.name.value];
      const condition = fragment?.typeCondition?.name.value;
      return fragment && (!names || !condition || names.has(condition))
        ? fieldNodes([fragment.selectionSet], info, names)
        : [];
    }),
  );
}
