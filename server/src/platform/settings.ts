import { loadConfig, type Config } from './config.ts';
import type { Database } from './db/database.ts';

/** What of the configuration modules work with, beside the database. */
export type Settings = Pick<
  Config,
  'environment' | 'isProduction' | 'publicUrl' | 'dataDir' | 'secret' | 'smtpUrl' | 'mailFrom'
>;

const kept = new WeakMap<Database, Settings>();

/** Says with which settings this database is served; the composition root does, once. */
export const keepSettings = (database: Database, settings: Settings): void => void kept.set(database, settings);

/** The settings that came with this database, or else those of the environment. */
export function settingsOf(database: Database): Settings {
  let settings = kept.get(database);
  if (!settings) kept.set(database, (settings = loadConfig()));
  return settings;
}
