import { UnderscoreNamingStrategy, type Options } from '@mikro-orm/core';
import { PostgreSqlDriver, type EntityClass } from '@mikro-orm/postgresql';
import { ChangeCollector } from '../audit/changes.ts';

/** How entities meet tables. The schema itself is written in `migrations/`; a test holds the two together. */
export function ormOptions(entities: EntityClass<object>[]): Options {
  return {
    driver: PostgreSqlDriver,
    entities,
    dbName: 'corridor',
    namingStrategy: UnderscoreNamingStrategy,
    forceUtcTimezone: true,
    ensureDatabase: false,
    subscribers: [new ChangeCollector()],
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: {
      ignoreSchema: ['graphile_worker'],
      ignorePolicies: true,
      ignoreRoutines: true,
      ignoreTriggers: true,
      createForeignKeyConstraints: true,
    },
  } as unknown as Options;
}
