import { createServer } from 'node:http';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { answerFaults } from './faults.ts';
import { serveFiles } from './files-route.ts';
import { serveGraphql } from './graphql-route.ts';
import { serveHealth } from './health.ts';
import { serveLive } from './live.ts';
import { serveModuleRoutes } from './module-routes.ts';
import type { Parts } from './parts.ts';
import { servePortals } from './portals.ts';
import { refuseOtherSites } from './same-site.ts';

const MOST_BODY_BYTES = 1_048_576;

/** The HTTP side: GraphQL for the three audiences, the portals, health. Not listening yet. */
export async function createHttpServer(parts: Parts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    trustProxy: parts.isBehindProxy,
    forceCloseConnections: true,
    // Whoever sends his request drop by drop does not keep a connection.
    serverFactory: (handler) => createServer({ headersTimeout: 15_000, requestTimeout: 120_000 }, handler),
  });
  answerFaults(app, parts.log);
  refuseOtherSites(app);
  // Its own plugin for Fastify words the policy anew for each request.
  const protect = helmet({
    contentSecurityPolicy: { directives: contentPolicy },
    strictTransportSecurity: parts.isSecure,
  });
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()));
  await app.register(fastifyCookie);
  await app.register(fastifyCompress, { threshold: 2048 });
  await serveGraphql(app, parts);
  await serveFiles(app, parts);
  await serveModuleRoutes(app, parts);
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
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
