import type { FastifyInstance, FastifyReply } from 'fastify';
import { credentialsOf } from './graphql-route.ts';
import type { Parts } from './parts.ts';
import type { Route, RouteAnswer } from './route.ts';

const MEGABYTE = 1_048_576;
/** A mail with what is attached to it. */
const MOST_BODY_BYTES = 32 * MEGABYTE;

/** Serves the addresses that modules answer themselves. Their bodies are handed on unread. */
export async function serveModuleRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    for (const route of parts.routes ?? []) serve(scope, parts, route);
    done();
  });
}

function serve(scope: FastifyInstance, parts: Parts, { method, path, answer }: Route): void {
  scope.route({
    method,
    url: path,
    bodyLimit: MOST_BODY_BYTES,
    handler: async (request, reply) => {
      const query = request.query as Record<string, unknown>;
      const portal = typeof query['portal'] === 'string' ? query['portal'] : null;
      const given = await answer({
        params: request.params as Record<string, string>,
        query,
        headers: request.headers,
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        actor: await parts.authenticator.actorOf(credentialsOf(request, parts, portal)),
        database: parts.database,
        clock: parts.clock,
      });
      return send(reply, given);
    },
  });
}

function send(reply: FastifyReply, { status, type, body, fileName }: RouteAnswer): FastifyReply {
  void reply.code(status).type(type).header('cache-control', 'private, no-store');
  void reply.header('x-content-type-options', 'nosniff');
  if (fileName !== undefined) void reply.header('content-disposition', attachment(fileName));
  return reply.send(body);
}

/** The name for old readers in plain letters, and as it is for the others. Source: RFC 6266. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escape)}`;
}

const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
