import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { LiveContext } from '../events/live.resolver.ts';
import { maskError } from '../graphql/errors.ts';
import { prepareSubscription, type PageParameters } from './live-request.ts';
import type { Parts } from './parts.ts';
import { SocketWatch } from './socket-watch.ts';

const MOST_MESSAGE_BYTES = 64 * 1024;

/** Subscriptions over a websocket at the same address: the graphql-ws protocol, the same session cookie. */
export function serveLive(app: FastifyInstance, parts: Parts): void {
  const sockets = new WebSocketServer({
    server: app.server,
    path: '/graphql',
    maxPayload: MOST_MESSAGE_BYTES,
  });
  const mask = maskError((incident, error) => parts.log.error({ incident, err: error }, 'a subscription failed'));
  const watch = new SocketWatch(parts.authenticator);
  const live = useServer<PageParameters, { request: IncomingMessage; socket: WebSocket }>(
    {
      onSubscribe: async (ctx, _id, payload) => {
        const prepared = await prepareSubscription(parts, ctx.extra.request, ctx.connectionParams ?? {}, payload);
        if (!Array.isArray(prepared)) watch.follow(ctx.extra.socket, (prepared.contextValue as LiveContext).actor);
        return prepared;
      },
      onError: (_ctx, _id, _payload, errors) =>
        errors.map((error) => mask({ message: error.message, extensions: error.extensions ?? {} }, error)),
    },
    sockets,
  );
  app.addHook('onClose', async () => {
    watch.stop();
    await live.dispose();
    sockets.close();
  });
}
