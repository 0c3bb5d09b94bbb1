import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one document asks for, fragments spread out, every operation of it counted. */
export interface Weight {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly roots: number;
  readonly cost: number;
}

const NOTHING: Weight = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0, roots: 0, cost: 0 };
const ENDLESS: Weight = {
  depth: Infinity,
  introspectionDepth: Infinity,
  aliases: Infinity,
  directives: Infinity,
  roots: Infinity,
  cost: Infinity,
};
/** A page of unknown length counts as the longest there is. */
const LONGEST_PAGE = 100;
/** The whole schema is a large answer whatever is selected of it. */
const INTROSPECTION = 10_000;

const beside = (a: Weight, b: Weight): Weight => ({
  depth: Math.max(a.depth, b.depth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  roots: a.roots + b.roots,
  cost: a.cost + b.cost,
});

type Variables = Readonly<Record<string, unknown>>;

/** Each fragment is weighed once, however often it is spread: a bomb of fragments costs its reader nothing. */
class Scale {
  private readonly weighed = new Map<string, Weight | 'busy'>();

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  of({ selections }: SelectionSetNode): Weight {
    return selections.reduce<Weight>((sum, part) => {
      const directives = { ...NOTHING, directives: part.directives?.length ?? 0 };
      const inner =
        part.kind === Kind.FIELD
          ? this.ofField(part)
          : part.kind === Kind.INLINE_FRAGMENT
            ? this.of(part.selectionSet)
            : this.ofFragment(part.name.value);
      return beside(beside(sum, directives), inner);
    }, NOTHING);
  }

  private ofFragment(name: string): Weight {
    const known = this.weighed.get(name);
    // A fragment within itself: the validation will say so in its own words, if it ever comes to it.
    if (known === 'busy') return ENDLESS;
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    this.weighed.set(name, 'busy');
    const weight = this.of(fragment.selectionSet);
    this.weighed.set(name, weight);
    return weight;
  }

  private ofField(field: FieldNode): Weight {
    const below = field.selectionSet ? this.of(field.selectionSet) : NOTHING;
    const isIntrospection = field.name.value === '__schema' || field.name.value === '__type';
    return {
      depth: isIntrospection ? 1 : below.depth + 1,
      introspectionDepth: isIntrospection ? below.depth + 1 : below.introspectionDepth,
      aliases: below.aliases + (field.alias ? 1 : 0),
      directives: below.directives,
      roots: 1,
      cost: isIntrospection ? INTROSPECTION + below.cost : 1 + this.rowsOf(field) * below.cost,
    };
  }

  private rowsOf(field: FieldNode): number {
    const given = field.arguments?.find(({ name }) => name.value === 'first');
    if (!given) return 1;
    const rows: unknown = valueFromASTUntyped(given.value, this.variables);
    return typeof rows === 'number' && rows >= 0 ? Math.min(rows, LONGEST_PAGE) : LONGEST_PAGE;
  }
}

/** Weighs a document by itself, without a schema: before anybody spends more on it than reading it. */
export function weigh(document: DocumentNode, variables: Variables): Weight {
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
  const scale = new Scale(fragments, variables);
  return document.definitions.reduce<Weight>((sum, part) => {
    if (part.kind !== Kind.OPERATION_DEFINITION) return sum;
    return beside(beside(sum, { ...NOTHING, directives: part.directives?.length ?? 0 }), scale.of(part.selectionSet));
  }, NOTHING);
}
