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

/** Asks for `/documents/...` as somebody, as the server would once it knows who asks. */
export async function printed(
  app: TestApp,
  actor: Actor,
  id: string,
  query: Readonly<Record<string, string>> = {},
): Promise<PrintedDocument> {
  const path = id === 'statement' ? '/documents/statement' : '/documents/:id';
  const route = routes.find((one) => one.path === path);
  if (!route) throw new Error(`nobody answers ${path}`);
  const { database, clock } = app;
  const { status, type, body, fileName } = await route.answer({
    ...{ query, actor, database, clock },
    params: { id },
    headers: {},
    body: Buffer.alloc(0),
  });
  const bytes = body instanceof Readable ? await buffer(body) : Buffer.from(body);
  return { status, fileName, bytes, text: type === 'application/pdf' ? pdfText(bytes) : '' };
}
