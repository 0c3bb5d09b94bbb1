import {
  ReferenceKind,
  type Configuration,
  type EntityData,
  type EntityDictionary,
  type EntityMetadata,
  type EntityName,
  type FilterQuery,
  type FindOptions,
  type NativeInsertUpdateOptions,
  type ObjectQuery,
  type QueryResult,
  type UpsertOptions,
} from '@mikro-orm/core';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { PreparingConnection, Sketch } from './preparing-connection.ts';
import { sessionOf } from './session-dialect.ts';
import type { Statements } from './session.ts';
import { blanked, outlineOf, type StatementForm } from './statement-form.ts';

/** Options of a search that change its statement, and those that do not. Any other is left to the ORM. */
const TELLING = ['orderBy', 'limit', 'lockMode', 'flags'] as const;
const SILENT = new Set(
  'ctx em logging loggerContext populate populateWhere _populateWhere populateFilter refresh filters'.split(' '),
);
const MOST_FORMS = 2000;

/**
 * The ORM builds the text of a statement anew each time, with its values in it, which Postgres must then parse and plan
 * anew. This one builds it once for each form of a question and sends the values beside it.
 */
export class PreparingDriver extends PostgreSqlDriver {
  private readonly forms = new Map<string, StatementForm | null>();

  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new PreparingConnection(this.config) });
  }

  override async find<T extends object, P extends string = never, F extends string = never, E extends string = never>(
    entityName: EntityName<T>,
    where: ObjectQuery<T>,
    options: FindOptions<T, P, F, E> = {},
  ): Promise<EntityData<T>[]> {
    const meta = this.metadata.get(entityName);
    const values: unknown[] = [];
    const session = sessionOf((options as { ctx?: unknown }).ctx);
    const outline = session && isFlat(meta) ? searchOutline(where, options, values) : null;
    const form = outline
      ? await this.formFor(`find ${meta.className} ${outline}`, values.length, (ctx) =>
          super.find(entityName, blanked(where), { ...options, ctx }),
        )
      : null;
    if (!session || !form) return super.find(entityName, where, options);
    const { rows } = await this.rethrow(ask(session, form, values));
    return rows.map((row) => this.mapResult<T>(row as EntityDictionary<T>, meta) as EntityData<T>);
  }

  /**
   * What a flush changes of one row. Where nothing of it comes back, nobody waits for it: should it fail, whatever is
   * asked next in its transaction fails with what it failed for.
   */
  override async nativeUpdate<T extends object>(
    entityName: EntityName<T>,
    where: FilterQuery<T>,
    data: EntityDictionary<T>,
    options: NativeInsertUpdateOptions<T> & UpsertOptions<T> = {},
  ): Promise<QueryResult<T>> {
    const meta = this.metadata.get(entityName);
    const isOfFlush = options.convertCustomTypes === false && !options.upsert && isFlat(meta);
    const session = isOfFlush ? sessionOf((options as { ctx?: unknown }).ctx) : null;
    const values: unknown[] = [];
    const form = session && (await this.updateForm(meta, [where, data], values, options));
    if (!form) return super.nativeUpdate(entityName, where, data, options);
    const asking = this.rethrow(ask(session, form, values));
    if (isTold(meta)) {
      const { rows, rowCount } = await asking;
      return { affectedRows: rowCount ?? 0, row: rows[0], rows } as unknown as QueryResult<T>;
    }
    asking.catch(() => undefined);
    return { affectedRows: 1, row: {} } as unknown as QueryResult<T>;
  }

  private async updateForm<T extends object>(
    meta: EntityMetadata<T>,
    said: readonly [FilterQuery<T>, EntityDictionary<T>],
    values: unknown[],
    options: NativeInsertUpdateOptions<T>,
  ): Promise<StatementForm | null> {
    const outline = outlineOf(said, values);
    if (!outline) return null;
    return this.formFor(`update ${meta.className} ${outline}`, values.length, (ctx) =>
      super.nativeUpdate(meta.class, ...blanked(said), { ...options, ctx }),
    );
  }

  private async formFor(
    key: string,
    count: number,
    make: (sketch: never) => Promise<unknown>,
  ): Promise<StatementForm | null> {
    let form = this.forms.get(key);
    if (form !== undefined || this.forms.size >= MOST_FORMS) return form ?? null;
    const sketch = new Sketch();
    await make(sketch as never).catch(() => undefined);
    this.forms.set(key, (form = sketch.formWith(count)));
    return form;
  }
}

const ask = (session: Statements, { text, parameters }: StatementForm, values: readonly unknown[]) =>
  session.query(
    text,
    parameters.map((parameter) => parameter(values)),
  );

/** Read from its own table alone, and written there alone. */
const isFlat = ({ virtual, relations, inheritanceType }: EntityMetadata): boolean =>
  !virtual && !inheritanceType && relations.every(({ kind }) => kind === ReferenceKind.MANY_TO_ONE);

/** Whether the database answers an update with something that the entity has to know. */
const isTold = ({ props, versionProperty }: EntityMetadata): boolean =>
  Boolean(versionProperty) || props.some(({ generated, concurrencyCheck }) => Boolean(generated) || concurrencyCheck);

function searchOutline(where: unknown, options: object, values: unknown[]): string | null {
  const given = options as Readonly<Record<string, unknown>>;
  const isUnknown = Object.entries(given).some(
    ([name, value]) => value !== undefined && !SILENT.has(name) && !TELLING.includes(name as (typeof TELLING)[number]),
  );
  const populate = given['populate'];
  if (isUnknown || (Array.isArray(populate) && populate.length > 0)) return null;
  const telling: unknown[] = [];
  const manner = outlineOf(
    TELLING.map((name) => given[name]),
    telling,
  );
  const outline = outlineOf(where, values);
  return manner && outline && JSON.stringify([outline, manner, telling]);
}
