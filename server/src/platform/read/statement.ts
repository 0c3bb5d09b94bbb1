import { valueFromASTUntyped, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Arg, Field, Fields, Row, Shape } from './shape.ts';
import type { Actor } from '../access/actor.ts';
import { fieldsOf, type DocumentPart, type Selection } from './selection.ts';

/** What a placeholder stands for when the statement runs. */
export type Slot = (
  inputs: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor,
) => unknown;

/** Builds the text of one statement: aliases, placeholders, and the columns a selection asks for. */
export class StatementBuilder {
  readonly slots: Slot[] = [];
  private aliases = 0;

  constructor(
    private readonly audience: Actor['audience'],
    private readonly document: DocumentPart,
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

  /** The select list that answers `sets` on a row of `shape`. */
  columns(shape: Shape, row: Row, sets: readonly SelectionSetNode[]): string[] {
    return this.select(
      shape.type,
      shape.fields,
      row,
      fieldsOf(sets, new Set([shape.type, 'Node']), this.document),
    );
  }

  private select(type: string, fields: Fields, row: Row, selections: readonly Selection[]): string[] {
    const columns = new Map<string, string>();
    for (const selection of selections) {
      const field = fields[selection.node.name.value];
      // A field without a reader is answered by its own resolver (see the schema test: it must have one).
      if (field) this.column(type, field, row, selection).forEach(([name, sql]) => columns.set(name, sql));
    }
    return [...columns].map(([name, sql]) => `${sql} as "${name}"`);
  }

  private column(type: string, field: Field, row: Row, selection: Selection): [string, string][] {
    const arg = this.argumentsOf(selection.node);
    switch (field.kind) {
      case 'value':
        return [[selection.output, field.sql(row, arg)]];
      case 'needs':
        return Object.entries(field.values).map(([name, sql]) => [`$${name}`, sql(row, arg)]);
      case 'embed': {
        const inner = this.select(
          type,
          field.fields,
          row,
          fieldsOf(selection.sets, undefined, this.document),
        );
        return [[selection.output, this.record(inner, '')]];
      }
      case 'one':
      case 'many':
        return [[selection.output, this.related(field, row, selection)]];
    }
  }

  private related(field: Extract<Field, { kind: 'one' | 'many' }>, row: Row, selection: Selection): string {
    const child = this.alias();
    const shape = field.shape();
    const columns = this.columns(shape, child, selection.sets);
    const from = `from ${shape.table} ${child} where ${field.on(row, child)} and ${this.visibility(shape, child)}`;
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

  private argumentsOf(node: FieldNode): Arg {
    const argument = (name: string, type: string): string => {
      const given = node.arguments?.find((one) => one.name.value === name)?.value;
      return `${this.bind((_, variables) => (given ? (valueFromASTUntyped(given, variables) ?? null) : null))}::${type}`;
    };
    return Object.assign(argument, {
      actions: () => `${this.bind((_inputs, _variables, actor) => [...actor.actions])}::text[]`,
      locale: () => `${this.bind((_inputs, _variables, actor) => actor.locale)}::text`,
    });
  }
}
