import { ConfigError } from '../platform/config.ts';
import { createDemoCompany, demoAccountLines, demoStateOf } from '../modules/integrations/demo/demo-company.service.ts';
import type { Runtime } from './runtime.ts';

/**
 * Fills an empty database with the demo company, where the configuration allows it; says who can sign in.
 * @throws ConfigError in production, when the database holds the demo's accounts: their passwords are public.
 */
export async function prepareDemo({ config, database, clock }: Runtime): Promise<readonly string[]> {
  if (!config.demo && !config.isProduction) return [];
  const state = await demoStateOf(database);
  if (config.isProduction) {
    if (state === 'DEMO')
      throw new ConfigError(
        'This database holds the demo company, whose passwords are public: use another one in production.',
      );
    return [];
  }
  if (state === 'OWN') return [];
  if (state === 'EMPTY') await createDemoCompany(database, clock);
  return demoAccountLines();
}
