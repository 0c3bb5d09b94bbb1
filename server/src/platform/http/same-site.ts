import type { FastifyInstance } from 'fastify';
import { forbidden } from '../graphql/errors.ts';

const GUARDED = /^\/(graphql|upload)\b/;
const HARMLESS = new Set(['same-origin', 'none']);

/**
 * Turns away what a page of another site makes a browser send: the browser itself says so in `Sec-Fetch-Site`. It comes
 * before the cookie's SameSite and the header that a plain form cannot send, and does not rely on either. Programs that
 * are no browsers send no such header and pass.
 */
export function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const site = request.headers['sec-fetch-site'];
    if (typeof site !== 'string' || HARMLESS.has(site) || !GUARDED.test(request.url)) return;
    const { message, extensions } = forbidden();
    await reply.code(403).send({ errors: [{ message, extensions: { code: extensions['code'] } }] });
  });
}
