import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** The roles the product signs in as. Neither owns anything, neither is a superuser. */
export type ServiceRole = 'corridor_api' | 'corridor_worker';

/**
 * The URL under which a service role signs in to the database of `ownerUrl`. Its password follows from the secret,
 * so that every process of an installation knows it and none has to be told.
 */
export function roleUrl(ownerUrl: string, role: ServiceRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.toString();
}

/** Lets the service roles sign in with the password that follows from `secret`. */
export async function allowServiceRoles(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of ['corridor_api', 'corridor_worker'] as const)
      await untilAlone(() => client.query(`alter role ${role} login password '${rolePassword(role, secret)}'`));
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server, and Postgres refuses whoever changes one while another process does. */
async function untilAlone(change: () => Promise<unknown>, triesLeft = 20): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (triesLeft === 0 || !(error as Error).message.includes('tuple concurrently updated')) throw error;
    await setTimeout(50);
    await untilAlone(change, triesLeft - 1);
  }
}

const rolePassword = (role: ServiceRole, secret: string) =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
