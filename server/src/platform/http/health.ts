import type { FastifyInstance } from 'fastify';
import type { Parts } from './parts.ts';

/** `/healthz`: the process lives. `/readyz`: it can also reach its database. */
export function serveHealth(app: FastifyInstance, { database }: Parts): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await database.pool.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready', reason: 'the database does not answer' });
    }
  });
}
