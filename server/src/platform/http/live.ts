import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { maskError } from '../graphql/errors.ts';
import { prepareSubscription, type PageParameters } from './live-request.ts';
import type { Parts } from './parts.ts';

const MOST_MESSAGE_BYTES = 64 * 1024;

/** Subscriptions over a websocket at the same address: the graphql-ws protocol, the same session cookie. */
export function serveLive(app: FastifyInstance, parts: Parts): void {
  const sockets = new WebSocketServer({
    server: app.server,
    path: '/graphql',
    maxPayload: MOST_MESSAGE_BYTES,
  });
  const mask = maskError((incident, error) => parts.log.error({ incident, err: error }, 'a subscription failed'));
  const live = useServer<PageParameters, { request: IncomingMessage }>(
    {
      onSubscribe: (ctx, _id, payload) =>
        prepareSubscription(parts, ctx.extra.request, ctx.connectionParams ?? {}, payload),
      onError: (_ctx, _id, _payload, errors) =>
        errors.map((error) => mask({ message: error.message, extensions: error.extensions ?? {} }, error)),
    },
    sockets,
  );
  app.addHook('onClose', async () => {
    await live.dispose();
    sockets.close();
  });
}
