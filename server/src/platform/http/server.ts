import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteHandlerMethod,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { readerOf, type Reader } from '../graphql/audience.ts';
import { Context } from '../graphql/context.ts';
import { maskError } from '../graphql/errors.ts';
import { asGateway } from '../graphql/executor.ts';
import { servePortals } from './portals.ts';
import { clearSessionCookie, cookieName, setSessionCookie } from './session-cookie.ts';
import { serveHealth } from './health.ts';
import { serveLive } from './live.ts';
import type { Parts } from './parts.ts';

const MOST_BODY_BYTES = 1_048_576;

/** The HTTP side: GraphQL for the three audiences, the portals, health. Not listening yet. */
export async function createHttpServer(parts: Parts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    trustProxy: parts.isBehindProxy,
    forceCloseConnections: true,
    serverFactory: (handler) => createServer(handler),
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    hsts: parts.isSecure,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, { threshold: 2048 });
  const handlers = new Map<Reader, RouteHandlerMethod>();
  for (const [reader, schema] of parts.schemas)
    handlers.set(reader, await graphqlHandler(app, parts, schema));
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      const isKnown = useTrustedDocument(request, parts);
      if (!isKnown)
        return reply
          .code(404)
          .send({
            errors: [
              {
                message: 'This document is not known here: load the page again',
                extensions: { code: 'UNKNOWN_DOCUMENT' },
              },
            ],
          });
      actors.set(request, await parts.authenticator.actorOf(credentialsOf(request, parts)));
    },
    handler(request, reply) {
      return handlers.get(readerOf(actorOf(request)))?.call(this, request, reply);
    },
  });
  serveHealth(app, parts);
  serveLive(app, parts);
  await servePortals(app);
  app.get('/', (_request, reply) => reply.redirect('/admin/'));
  return app;
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

const actors = new WeakMap<FastifyRequest, Actor>();
function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('The request has no actor');
  return actor;
}

async function graphqlHandler(
  app: FastifyInstance,
  parts: Parts,
  schema: GraphQLSchema,
): Promise<RouteHandlerMethod> {
  const server = new ApolloServer<Context>({
    gateway: asGateway(schema),
    plugins: [fastifyApolloDrainPlugin(app)],
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskError((incident, error) =>
      parts.log.error({ incident, err: error }, 'a request failed'),
    ),
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
  });
  await server.start();
  return fastifyApolloHandler(server, {
    context: (request, reply) =>
      Promise.resolve(
        new Context(actorOf(request), parts.database, parts.clock, responseControl(request, reply, parts)),
      ),
  });
}

function responseControl(request: FastifyRequest, reply: FastifyReply, parts: Parts) {
  return {
    setSessionCookie: (value: string, expiresAt: Date) =>
      setSessionCookie(reply, parts.isSecure, value, expiresAt),
    clearSessionCookie: () => clearSessionCookie(reply, parts.isSecure),
    userAgent: request.headers['user-agent'] ?? null,
  };
}

/** Puts the text of a trusted document in place of its id. False for an id that is not known. */
function useTrustedDocument(request: FastifyRequest, parts: Parts): boolean {
  const body = request.body as { documentId?: unknown; query?: string } | null | undefined;
  if (typeof body?.documentId !== 'string') return true;
  const text = parts.trustedDocuments.find(body.documentId);
  if (text === undefined) return false;
  body.query = text;
  delete body.documentId;
  return true;
}

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

function credentialsOf(request: FastifyRequest, parts: Parts) {
  return {
    sessionToken: request.cookies[cookieName(parts.isSecure)] ?? null,
    portal: header(request, 'x-corridor-portal'),
    acceptLanguage: header(request, 'accept-language'),
    remoteAddress: request.ip,
  };
}
