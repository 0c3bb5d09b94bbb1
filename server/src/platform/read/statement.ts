import { valueFromASTUntyped, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Acts, Arg, Field, Fields, Row, Shape } from './shape.ts';
import type { Actor } from '../access/actor.ts';
import { NeedsExecutor, rowsLayout, type Layout } from './layout.ts';
import { markedSql, type CodeField } from './code-answer.ts';
import { fieldsOf, outputOf, type DocumentPart, type Selection } from './selection.ts';

/** What a placeholder stands for when the statement runs. */
export type Slot = (
  inputs: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor,
) => unknown;

function permittedJson({ actions }: Actor, acts: Acts): string {
  const permitted = Object.entries(acts).map(([name, all]) => [name, all.filter((act) => actions.has(act))]);
  return JSON.stringify(Object.fromEntries(permitted));
}

type CodedField = Extract<Field, { kind: 'needs' | 'value' }>;

/** Builds the text of one statement: aliases, placeholders, and the columns a selection asks for. */
export class StatementBuilder {
  readonly slots: Slot[] = [];
  /** What code will answer in a text. */
  readonly codeFields: CodeField[] = [];
  private aliases = 0;
  /** By row: queries over it that its fields share, and the name each stands under. */
  private readonly shared = new Map<Row, Map<string, Row>>();

  constructor(
    private readonly audience: Actor['audience'],
    private readonly document: DocumentPart,
    readonly layout: Layout = rowsLayout,
  ) {}

  /** A placeholder whose value is known when the statement runs. */
  bind(slot: Slot): string {
    this.slots.push(slot);
    return `$${this.slots.length}`;
  }

  alias(): Row {
    return `t${this.aliases++}`;
  }

  /** Which rows of `shape` the reader may see; the company's own system sees all, nobody sees nothing. */
  visibility(shape: Shape, row: Row): string {
    if (this.audience === 'SYSTEM') return 'true';
    const rule = this.audience === 'NOBODY' ? undefined : shape.visible[this.audience];
    if (!rule) return 'false';
    return rule === 'all' ? 'true' : rule(row);
  }

  /** What has to stand behind a row in FROM, once its columns are known. */
  joined(row: Row): string {
    return [...(this.shared.get(row) ?? [])].map(([query, name]) => ` cross join lateral (${query}) ${name}`).join('');
  }

  private beside(row: Row, query: string): Row {
    let known = this.shared.get(row);
    if (!known) this.shared.set(row, (known = new Map<string, Row>()));
    let name = known.get(query);
    if (!name) known.set(query, (name = this.alias()));
    return name;
  }

  /** The select list that answers `sets` on a row of `shape`. */
  columns(shape: Shape, row: Row, sets: readonly SelectionSetNode[]): string[] {
    return this.pairs(shape.type, shape.fields, row, this.fieldsOf(sets, new Set([shape.type, 'Node']))).map(
      ([name, sql]) => `${sql} as "${name}"`,
    );
  }

  private fieldsOf(sets: readonly SelectionSetNode[], names?: ReadonlySet<string>): Selection[] {
    return fieldsOf(sets, names, this.document, this.layout.keyOf);
  }

  private pairs(
    type: string | undefined,
    fields: Fields,
    row: Row,
    selections: readonly Selection[],
  ): [string, string][] {
    const columns = new Map<string, string>();
    for (const selection of selections) {
      const name = selection.node.name.value;
      if (name.startsWith('__')) {
        if (this.layout.isText) columns.set(selection.output, this.typeName(name, type));
        continue;
      }
      const field = fields[name];
      if (type && field && this.isForCode(type, field, selection)) {
        columns.set(selection.output, this.marked(type, field, row, selection));
        continue;
      }
      const answer = this.layout.typeOf(type, name);
      // A field without a reader is answered by its own resolver (see the schema test: it must have one).
      if (field) this.column(answer, field, row, selection).forEach(([key, sql]) => columns.set(key, sql));
      else if (this.layout.isText) throw new NeedsExecutor(`${type ?? '?'}.${name}`);
    }
    return [...columns];
  }

  /** The name of a type, as the document asks for it. */
  typeName(name: string, type: string | undefined): string {
    if (name !== '__typename' || !type) throw new NeedsExecutor(name);
    return `'${type}'::text`;
  }

  private column(answer: string | undefined, field: Field, row: Row, selection: Selection): [string, string][] {
    const arg = this.argumentsOf(selection.node, row);
    switch (field.kind) {
      case 'value':
        return [[selection.output, field.sql(row, arg)]];
      case 'needs':
        return Object.entries(field.values).map(([name, sql]) => [`$${name}`, sql(row, arg)]);
      case 'embed':
        return [[selection.output, this.embedded(answer, field, row, selection, arg)]];
      case 'one':
      case 'many':
        return [[selection.output, this.related(field, row, selection, arg)]];
    }
  }

  /** Whether code has a part in the answer of a text: it computes a value, or lays one out that holds objects. */
  private isForCode(type: string, field: Field, { node, sets }: Selection): field is CodedField {
    if (!this.layout.isText) return false;
    const isLaidOut = field.kind === 'value' && (sets.length > 0 || this.layout.isResolved(type, node.name.value));
    return field.kind === 'needs' || isLaidOut;
  }

  private marked(parent: string, field: CodedField, row: Row, selection: Selection): string {
    const arg = this.argumentsOf(selection.node, row);
    const needed =
      field.kind === 'needs'
        ? Object.entries(field.values).flatMap(([name, sql]) => [`'$${name}'`, sql(row, arg)])
        : [`'${outputOf(selection.node)}'`, field.sql(row, arg)];
    return markedSql(this.codeFields.push({ parent, selection }) - 1, `json_build_object(${needed.join(', ')})`);
  }

  private embedded(
    answer: string | undefined,
    field: Extract<Field, { kind: 'embed' }>,
    row: Row,
    selection: Selection,
    arg: Arg,
  ): string {
    const inner = this.pairs(answer, field.fields, row, this.fieldsOf(selection.sets));
    const object = `json_build_object(${inner.flatMap(([name, sql]) => [`'${name}'`, sql]).join(', ')})`;
    return field.exists ? `case when ${field.exists(row, arg)} then ${object} end` : object;
  }

  private related(field: Extract<Field, { kind: 'one' | 'many' }>, row: Row, selection: Selection, arg: Arg): string {
    const child = this.alias();
    const shape = field.shape();
    const columns = this.columns(shape, child, selection.sets);
    const from = `from ${shape.table} ${child}${this.joined(child)} where ${field.on(row, child, arg)} and ${this.visibility(shape, child)}`;
    return field.kind === 'one'
      ? this.record(columns, `${from} limit 1`)
      : this.records(columns, `${from} order by ${field.order(child)}`);
  }

  /** One JSON object of these columns. */
  record(columns: readonly string[], rest: string): string {
    const name = this.alias();
    return `(select row_to_json(${name}) from (select ${columns.join(', ') || 'true as "$"'} ${rest}) ${name})`;
  }

  /** A JSON array of these columns, in the order of `rest`. */
  records(columns: readonly string[], rest: string): string {
    const name = this.alias();
    return `(select coalesce(json_agg(${name}), '[]') from (select ${columns.join(', ') || 'true as "$"'} ${rest}) ${name})`;
  }

  private argumentsOf(node: FieldNode, row: Row): Arg {
    const argument = (name: string, type: string): string => {
      const given = node.arguments?.find((one) => one.name.value === name)?.value;
      return `${this.bind((_, variables) => (given ? (valueFromASTUntyped(given, variables) ?? null) : null))}::${type}`;
    };
    return Object.assign(argument, {
      actions: () => `${this.bind((_inputs, _variables, actor) => [...actor.actions])}::text[]`,
      permitted: (acts: Acts) => `${this.bind((_inputs, _variables, actor) => permittedJson(actor, acts))}::jsonb`,
      beside: (query: string) => this.beside(row, query),
      once: (sql: string) => `${this.beside(row, `select ${sql} as value offset 0`)}.value`,
      locale: () => `${this.bind((_inputs, _variables, actor) => actor.locale)}::text`,
    });
  }
}
