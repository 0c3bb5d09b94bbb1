import { UnderscoreNamingStrategy, type Options } from '@mikro-orm/core';
import type { EntityClass } from '@mikro-orm/postgresql';
import { ChangeCollector } from '../audit/changes.ts';
import { PreparingDriver } from './preparing-driver.ts';

/** Names what the migrations leave unnamed as Postgres does. */
class PostgresNames extends UnderscoreNamingStrategy {
  override indexName(
    table: string,
    columns: string[],
    type: Parameters<UnderscoreNamingStrategy['indexName']>[2],
  ): string {
    return type === 'foreign' ? `${table}_${columns.join('_')}_fkey` : super.indexName(table, columns, type);
  }
}

/** Rows are not deleted in passing: a foreign key refuses, unless its entity says otherwise. */
function refuseOrphans(meta: { properties: Record<string, { kind: string; deleteRule?: string }> }): void {
  for (const property of Object.values(meta.properties))
    if (property.kind === 'm:1' || property.kind === '1:1') property.deleteRule ??= 'no action';
}

/** How entities meet tables. The schema itself is written in `migrations/`; a test holds the two together. */
export function ormOptions(entities: EntityClass<object>[]): Options {
  return {
    driver: PreparingDriver,
    entities,
    dbName: 'corridor',
    namingStrategy: PostgresNames,
    forceUtcTimezone: true,
    ensureDatabase: false,
    // What a row refers to is not joined to it because of a filter: row security judges it where it is loaded.
    autoJoinRefsForFilters: false,
    subscribers: [new ChangeCollector()],
    discovery: { warnWhenNoEntities: false, onMetadata: refuseOrphans },
    schemaGenerator: {
      ignoreSchema: ['graphile_worker'],
      ignorePolicies: true,
      ignoreRoutines: true,
      ignoreTriggers: true,
      createForeignKeyConstraints: true,
    },
  } as unknown as Options;
}
