import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '../project-folder.ts';

export const PORTALS = ['supplier', 'customer', 'admin'] as const;

export const isPortal = (name: string | null): boolean => PORTALS.some((portal) => portal === name);

/** Serves the built portals; every page address of a portal is answered by its one document. */
export async function servePortals(app: FastifyInstance): Promise<void> {
  let isDecorated = false;
  for (const portal of PORTALS) {
    const root = join(projectFolder, 'portals', portal, 'dist');
    if (!existsSync(root)) continue;
    await app.register(fastifyStatic, {
      root,
      prefix: `/${portal}/`,
      decorateReply: !isDecorated,
      wildcard: false,
      index: false,
      immutable: true,
      maxAge: '30d',
      globIgnore: ['**/index.html'],
    });
    isDecorated = true;
    const page = { root, maxAge: 0, immutable: false };
    app.get(`/${portal}`, (_request, reply) => reply.redirect(`/${portal}/`));
    app.get(`/${portal}/*`, (_request, reply) => reply.sendFile('index.html', root, page));
  }
}
