import type { Runtime } from './runtime.ts';

/** Fills an empty database with the demo company, where the configuration allows it; says who can sign in. */
export async function prepareDemo(runtime: Runtime): Promise<readonly string[]> {
  if (!runtime.config.demo) return [];
  return [];
}
