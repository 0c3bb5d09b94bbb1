import { setImmediate } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { defineError } from '../../kernel/domain-error.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Actor } from '../access/actor.ts';
import { EVERYBODY, readerOf, type Reader } from '../graphql/audience.ts';
import { Context } from '../graphql/context.ts';
import { DirectOperations } from '../graphql/direct.ts';
import { maskError } from '../graphql/errors.ts';
import { asGateway } from '../graphql/executor.ts';
import { refuseExcess } from '../graphql/limits.ts';
import { bearerOf, WRONG_KEY } from './bearer.ts';
import { Lanes } from './lanes.ts';
import type { Parts } from './parts.ts';
import { plainJson } from './plain-json.plugin.ts';
import { signInFirst } from './sign-in-first.plugin.ts';
import { clearSessionCookie, cookieName, setSessionCookie } from './session-cookie.ts';

const UNKNOWN_DOCUMENT = {
  errors: [
    {
      message: 'This document is not known here: load the page again',
      extensions: { code: 'UNKNOWN_DOCUMENT' },
    },
  ],
};

const wrongKey = { errors: [{ message: WRONG_KEY, extensions: { code: 'UNAUTHENTICATED' } }] };

/** This much of one party is at work and waits already. */
class TooManyAtOnce extends defineError('TOO_MANY_AT_ONCE', {
  en: 'Too many requests at once: send the next when one is answered',
  zh: '同时发送的请求过多，请等其中一个得到答复后再发送',
}) {}
const tooMany = (locale: Locale) => {
  const refusal = new TooManyAtOnce();
  return { errors: [{ message: refusal.messageIn(locale), extensions: { code: refusal.code } }] };
};

type Body = { documentId?: unknown; query?: string; variables?: Record<string, unknown> } | null | undefined;

/** GraphQL at `/graphql`: one server per audience, trusted documents by their id, the direct way where it is open. */
export async function serveGraphql(app: FastifyInstance, parts: Parts): Promise<void> {
  const lanes = new Lanes();
  const answering = new Map<Reader, Answering>();
  const answeringFor = (reader: Reader): Answering => {
    let made = answering.get(reader);
    if (!made) answering.set(reader, (made = answeringOf(app, parts, parts.schemas.of(reader))));
    return made;
  };
  app.addHook('onListen', () => {
    prepareAll(answeringFor).catch((error: unknown) => parts.log.error({ err: error }, 'a schema cannot be made'));
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    async handler(request, reply) {
      const excess = excessOf(request);
      if (excess) return reply.code(400).send(excess);
      void reply.header('cache-control', 'no-store');
      const actor = await whoAsks(request, reply, parts);
      if (!actor) return reply.code(401).send(wrongKey);
      const context = new Context(actor, parts.database, parts.clock, responseControl(request, reply, parts));
      contexts.set(request, context);
      const body = request.body as Body;
      if (typeof body?.documentId === 'string') {
        const text = parts.trustedDocuments.find(body.documentId);
        if (text === undefined) return reply.code(404).send(UNKNOWN_DOCUMENT);
        const answer = await answeringFor(readerOf(actor)).direct.answer(text, context, body.variables ?? {});
        if (answer) return reply.type('application/json; charset=utf-8').send(answer);
        body.query = text;
        delete body.documentId;
        return (await answeringFor(readerOf(actor)).apollo()).call(this, request, reply);
      }
      const party = actor.organisationId ?? request.ip;
      const inTurn = lanes.run(party, async () =>
        (await answeringFor(readerOf(actor)).apollo()).call(this, request, reply),
      );
      return inTurn ?? reply.code(429).header('retry-after', '1').send(tooMany(actor.locale));
    },
  });
}

/** Both ways of answering one audience. */
interface Answering {
  readonly direct: DirectOperations;
  readonly apollo: () => Promise<RouteHandlerMethod>;
}

function answeringOf(app: FastifyInstance, parts: Parts, schema: GraphQLSchema): Answering {
  let apollo: Promise<RouteHandlerMethod> | undefined;
  return {
    direct: new DirectOperations(schema),
    apollo: () => (apollo ??= apolloHandler(app, parts, schema)),
  };
}

/** Whoever is first of his audience need not wait for its schema; who asks before that is served in between. */
async function prepareAll(answeringFor: (reader: Reader) => Answering): Promise<void> {
  for (const reader of EVERYBODY) {
    await setImmediate();
    await answeringFor(reader).apollo();
  }
}

/** Who asks; null for a key that is good for nothing. A session whose holder's rights changed gets its new token. */
async function whoAsks(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<Actor | null> {
  const credentials = credentialsOf(request, parts);
  const actor = await parts.authenticator.actorOf(credentials);
  if (credentials.apiKey !== null && actor.audience === 'NOBODY') return null;
  const renewal = await parts.authenticator.renewalOf(credentials);
  if (renewal) responseControl(request, reply, parts).setSessionCookie(renewal.token, renewal.endsAt);
  return actor;
}

/** The refusal of a document that asks for too much; our own portals' documents are known and pass. */
function excessOf({ body, query }: FastifyRequest): object | null {
  const { documentId, query: text = '', variables } = { ...(query as Body), ...(body as Body) };
  if (documentId !== undefined || typeof text !== 'string') return null;
  const excess = refuseExcess(text, variables ?? {});
  return excess && { errors: [{ message: excess.message, extensions: excess.extensions }] };
}

const contexts = new WeakMap<FastifyRequest, Context>();

async function apolloHandler(app: FastifyInstance, parts: Parts, schema: GraphQLSchema): Promise<RouteHandlerMethod> {
  const server = new ApolloServer<Context>({
    gateway: asGateway(schema),
    plugins: [fastifyApolloDrainPlugin(app), signInFirst, plainJson],
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskError((incident, error) => parts.log.error({ incident, err: error }, 'a request failed')),
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
  });
  await server.start();
  return fastifyApolloHandler(server, {
    context: (request) => {
      const context = contexts.get(request);
      return context ? Promise.resolve(context) : Promise.reject(new Error('The request has no context'));
    },
  });
}

function responseControl(request: FastifyRequest, reply: FastifyReply, parts: Parts) {
  const credentials = credentialsOf(request, parts);
  const name = cookieName(parts.isSecure, credentials.portal);
  return {
    setSessionCookie: (value: string, expiresAt: Date) =>
      setSessionCookie(reply, name, parts.isSecure, value, expiresAt),
    clearSessionCookie: () => clearSessionCookie(reply, name, parts.isSecure),
    actorOf: (sessionToken: string) => parts.authenticator.actorOf({ ...credentials, sessionToken }),
    userAgent: request.headers['user-agent'] ?? null,
  };
}

const header = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

/** What a request shows of itself; where a request cannot carry the header, `named` says which portal asks. */
export function credentialsOf(request: FastifyRequest, parts: Parts, named: string | null = null) {
  const portal = header(request, 'x-corridor-portal') ?? named;
  return {
    sessionToken: request.cookies[cookieName(parts.isSecure, portal)] ?? null,
    portal,
    acceptLanguage: header(request, 'accept-language'),
    remoteAddress: request.ip,
    apiKey: bearerOf(header(request, 'authorization')),
  };
}
