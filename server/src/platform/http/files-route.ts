import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromGlobalId } from '../../kernel/id.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { Actor } from '../access/actor.ts';
import type { Work } from '../db/work.ts';
import { fileStore } from '../files/file-store.ts';
import { keepUpload } from '../files/upload.service.ts';
import { NotFound } from '../graphql/errors.ts';
import { reportCsv } from '../tasks/task-report.ts';
import { taskShape } from '../tasks/task.shape.ts';
import { findTask, type StoredTask } from '../tasks/task.service.ts';
import { toGlobalId } from '../../kernel/id.ts';
import { credentialsOf } from './graphql-route.ts';
import type { Parts } from './parts.ts';

const MEGABYTE = 1_048_576;
const MOST_FILE_BYTES = 64 * MEGABYTE;
const MOST_FILES = 40;

/**
 * Files in and out: `POST /upload` takes files for a later mutation and answers their ids; `/tasks/<id>/report.csv` is
 * what went wrong in a task; `/exports/<id>` is the file that an export task has made.
 */
export async function serveFiles(app: FastifyInstance, parts: Parts): Promise<void> {
  await app.register(fastifyMultipart, {
    limits: { fileSize: MOST_FILE_BYTES, files: MOST_FILES, fields: 0 },
  });
  // A form of another site cannot send this header: without it, a signed-in browser could be made to hand files in.
  app.post('/upload', { bodyLimit: MOST_FILE_BYTES * 2 }, async (request, reply) => {
    const actor = await actorOf(request, parts);
    if (!request.headers['x-corridor-portal']) return reply.code(403).send({ error: 'FORBIDDEN' });
    if (actor.audience === 'NOBODY') return reply.code(401).send({ error: 'UNAUTHENTICATED' });
    if (![...parts.uploadActions].some((action) => actor.actions.has(action)))
      return reply.code(403).send({ error: 'FORBIDDEN' });
    return takeFiles(request, reply, parts, actor);
  });
  app.get<{ Params: { id: string } }>('/tasks/:id/report.csv', async (request, reply) => {
    const actor = await actorOf(request, parts);
    const text = await withTask(parts, actor, request.params.id, (work, task) => reportCsv(work, task.id));
    return text === null ? notFound(reply) : download(reply, 'report.csv', 'text/csv; charset=utf-8').send(text);
  });
  app.get<{ Params: { id: string } }>('/exports/:id', async (request, reply) => {
    const actor = await actorOf(request, parts);
    const task = await withTask(parts, actor, request.params.id, (_work, found) => Promise.resolve(found));
    const { file } = (task?.result ?? {}) as { file?: string };
    const stream = task && file ? await fileStore().open(task.id) : null;
    return stream && file ? download(reply, file, 'application/octet-stream').send(stream) : notFound(reply);
  });
}

async function takeFiles(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  actor: Actor,
): Promise<FastifyReply> {
  const uploads: { id: string; name: string }[] = [];
  try {
    for await (const part of request.files()) {
      const bytes = await part.toBuffer();
      const id = await parts.database.transact(actor, (work) => keepUpload(work, part.filename, bytes));
      uploads.push({ id: toGlobalId('upl', id), name: part.filename });
    }
  } catch (error) {
    if (error instanceof DomainError)
      return reply.code(415).send({ error: error.code, message: error.messageIn(actor.locale) });
    const code = (error as { statusCode?: number }).statusCode;
    if (code === undefined || code >= 500) throw error;
    return reply.code(code).send({ error: code === 413 ? 'FILE_TOO_LARGE' : 'BAD_REQUEST' });
  }
  return reply.send({ uploads });
}

/** What is known of a task to whoever asks; a foreign task and an unknown one are both null. */
async function withTask<T>(
  parts: Parts,
  actor: Actor,
  globalId: string,
  read: (work: Work, task: StoredTask) => Promise<T>,
): Promise<T | null> {
  const named = fromGlobalId(globalId);
  if (named?.prefix !== taskShape.prefix || actor.audience === 'NOBODY') return null;
  try {
    return await parts.database.transact(actor, async (work) => read(work, await findTask(work, named.id)), 'read');
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** A link carries no header: there, the portal is named in the query. */
function actorOf(request: FastifyRequest, parts: Parts): Promise<Actor> {
  const { portal } = request.query as { portal?: unknown };
  return parts.authenticator.actorOf(credentialsOf(request, parts, typeof portal === 'string' ? portal : null));
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ error: 'NOT_FOUND' });

const download = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff');
