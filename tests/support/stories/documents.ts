import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { routes } from '../../../server/src/app/modules.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { TestApp } from '../app.ts';
import { pdfText } from '../pdf-text.ts';

export interface PrintedDocument {
  readonly status: number;
  readonly fileName: string | undefined;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Asks a route of a module as somebody, as the server would once it knows who asks. */
export async function asked(
  app: TestApp,
  actor: Actor,
  [method, path]: readonly ['GET' | 'POST', string],
  { id, query = {}, body = Buffer.alloc(0) }: Asking,
): Promise<{ status: number; type: string; fileName: string | undefined; bytes: Buffer }> {
  const route = routes.find((one) => one.path === path && one.method === method);
  if (!route) throw new Error(`nobody answers ${path}`);
  const { database, clock } = app;
  const {
    status,
    type,
    body: given,
    fileName,
  } = await route.answer({
    ...{ query, actor, database, clock, body },
    params: { id },
    headers: { 'x-corridor-portal': 'admin' },
  });
  const bytes = given instanceof Readable ? await buffer(given) : Buffer.from(given);
  return { status, type, fileName, bytes };
}

interface Asking {
  readonly id: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Asks for `/documents/...` as somebody. */
export async function printed(
  app: TestApp,
  actor: Actor,
  id: string,
  query: Readonly<Record<string, string>> = {},
): Promise<PrintedDocument> {
  const path = id === 'statement' ? '/documents/statement' : '/documents/:id';
  return printedAt(app, actor, path, { id, query });
}

/** Asks for the labels of a shipment as somebody. */
export const printedLabels = (
  app: TestApp,
  actor: Actor,
  id: string,
  query: Readonly<Record<string, string>> = {},
): Promise<PrintedDocument> => printedAt(app, actor, '/documents/:id/labels', { id, query });

async function printedAt(app: TestApp, actor: Actor, path: string, asking: Asking): Promise<PrintedDocument> {
  const { type, ...answer } = await asked(app, actor, ['GET', path], asking);
  return { ...answer, text: type === 'application/pdf' ? pdfText(answer.bytes) : '' };
}
