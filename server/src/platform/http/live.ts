import { parse as parseCookies } from 'node:querystring';
import { GraphQLError, parse, validate } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { nobody } from '../access/actor.ts';
import { readerOf } from '../graphql/audience.ts';
import { Context } from '../graphql/context.ts';
import { cookieName } from './session-cookie.ts';
import type { LiveContext } from '../events/live.resolver.ts';
import type { Parts } from './parts.ts';

const MOST_MESSAGE_BYTES = 64 * 1024;

/** Subscriptions over a websocket at the same address: the graphql-ws protocol, the same session cookie. */
export function serveLive(app: FastifyInstance, parts: Parts): void {
  const sockets = new WebSocketServer({
    server: app.server,
    path: '/graphql',
    maxPayload: MOST_MESSAGE_BYTES,
  });
  const live = useServer<
    { portal?: string; acceptLanguage?: string },
    { request: { headers: Record<string, string | undefined>; socket: { remoteAddress?: string } } }
  >(
    {
      onSubscribe: async (ctx, _id, payload) => {
        const { headers, socket } = ctx.extra.request;
        if (!isSameOrigin(headers))
          return [new GraphQLError('Wrong origin', { extensions: { code: 'FORBIDDEN' } })];
        const portal = ctx.connectionParams?.portal ?? null;
        const actor = await parts.authenticator.actorOf({
          sessionToken: cookieOf(headers['cookie'], cookieName(parts.isSecure, portal)),
          portal,
          acceptLanguage: ctx.connectionParams?.acceptLanguage ?? headers['accept-language'] ?? null,
          remoteAddress: socket.remoteAddress ?? null,
        });
        const schema = parts.schemas.get(readerOf(actor));
        if (!schema) return [new GraphQLError('No schema')];
        const documentId = payload.extensions?.['documentId'];
        const text = typeof documentId === 'string' ? parts.trustedDocuments.find(documentId) : payload.query;
        if (!text)
          return [
            new GraphQLError('This document is not known here', { extensions: { code: 'UNKNOWN_DOCUMENT' } }),
          ];
        const document = parse(text);
        const errors = validate(schema, document);
        if (errors.length > 0) return [...errors];
        const context = new Context(actor, parts.database, parts.clock, noResponse) as LiveContext;
        Object.assign(context, { wakeUps: parts.wakeUps });
        return {
          schema,
          document,
          contextValue: context,
          variableValues: payload.variables,
          operationName: payload.operationName,
        };
      },
    },
    sockets,
  );
  app.addHook('onClose', async () => {
    await live.dispose();
    sockets.close();
  });
}

const noResponse = {
  setSessionCookie: () => undefined,
  clearSessionCookie: () => undefined,
  actorOf: () => Promise.resolve(nobody()),
  userAgent: null,
};

/** A page of another site must not open a socket with our cookie. */
function isSameOrigin(headers: Record<string, string | undefined>): boolean {
  const origin = headers['origin'];
  return !origin || (URL.canParse(origin) && new URL(origin).host === headers['host']);
}

function cookieOf(header: string | undefined, name: string): string | null {
  const value = parseCookies((header ?? '').replaceAll(/\s/g, ''), ';')[name];
  return typeof value === 'string' ? value : null;
}
