import type { IncomingMessage } from 'node:http';
import { parse as parseCookies } from 'node:querystring';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { nobody, type Actor } from '../access/actor.ts';
import type { LiveContext } from '../events/live.resolver.ts';
import { readerOf } from '../graphql/audience.ts';
import { Context } from '../graphql/context.ts';
import { badInput, unauthenticated, withoutHints } from '../graphql/errors.ts';
import { refuseExcess } from '../graphql/limits.ts';
import { bearerOf, WRONG_KEY } from './bearer.ts';
import type { Parts } from './parts.ts';
import { cookieName } from './session-cookie.ts';

/** What a page or a machine says of itself when it opens the socket, where a request would use headers. */
export type PageParameters = { portal?: string; acceptLanguage?: string; authorization?: string };

/** What to follow and as whom, or why not. Never throws: an error here would end the socket of the whole page. */
export async function prepareSubscription(
  parts: Parts,
  request: IncomingMessage,
  page: PageParameters,
  payload: SubscribePayload,
): Promise<ExecutionArgs | GraphQLError[]> {
  if (!isSameOrigin(request)) return [refusal('FORBIDDEN', 'Wrong origin')];
  const credentials = credentialsOf(parts, request, page);
  const actor = await parts.authenticator.actorOf(credentials);
  if (credentials.apiKey !== null && actor.audience === 'NOBODY') return [refusal('UNAUTHENTICATED', WRONG_KEY)];
  // There is nothing to follow for nobody; what he may not know of is not told apart from what there is not.
  if (actor.audience === 'NOBODY') return [unauthenticated()];
  const schema = parts.schemas.of(readerOf(actor));
  const document = documentOf(parts, payload, schema);
  if (Array.isArray(document)) return document;
  return {
    schema,
    document,
    contextValue: liveContext(parts, actor),
    variableValues: payload.variables,
    operationName: payload.operationName,
  };
}

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

function credentialsOf(parts: Parts, { headers, socket }: IncomingMessage, page: PageParameters) {
  const portal = page.portal ?? null;
  return {
    sessionToken: cookieOf(headers.cookie, cookieName(parts.isSecure, portal)),
    portal,
    acceptLanguage: page.acceptLanguage ?? headers['accept-language'] ?? null,
    remoteAddress: socket.remoteAddress ?? null,
    apiKey: bearerOf(page.authorization ?? headers.authorization),
  };
}

function documentOf(parts: Parts, payload: SubscribePayload, schema: GraphQLSchema): DocumentNode | GraphQLError[] {
  const id = payload.extensions?.['documentId'];
  const text = typeof id === 'string' ? parts.trustedDocuments.find(id) : payload.query;
  if (!text) return [refusal('UNKNOWN_DOCUMENT', 'This document is not known here: load the page again')];
  const excess = typeof id === 'string' ? null : refuseExcess(text, payload.variables ?? {});
  return excess ? [excess] : subscriptionOf(text, payload.operationName, schema);
}

function subscriptionOf(
  text: string,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
): DocumentNode | GraphQLError[] {
  try {
    const document = parse(text);
    const errors = validate(schema, document);
    if (errors.length > 0)
      return errors.map(({ message }) => refusal('GRAPHQL_VALIDATION_FAILED', withoutHints(message)));
    // Queries and acts need the transaction that a request has and a socket has not.
    return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION
      ? document
      : [badInput('Only subscriptions are answered here')];
  } catch (error) {
    return [refusal('GRAPHQL_PARSE_FAILED', (error as Error).message)];
  }
}

function liveContext(parts: Parts, actor: Actor): LiveContext {
  const context = new Context(actor, parts.database, parts.clock, noResponse);
  const isSignedIn = async () => (await parts.authenticator.standing([actor])).has(actor);
  return Object.assign(context, { wakeUps: parts.wakeUps, isSignedIn });
}

const noResponse = {
  setSessionCookie: () => undefined,
  clearSessionCookie: () => undefined,
  actorOf: () => Promise.resolve(nobody()),
  userAgent: null,
};

/** A page of another site must not open a socket with our cookie. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin } = headers;
  return !origin || (URL.canParse(origin) && new URL(origin).host === headers.host);
}

function cookieOf(header: string | undefined, name: string): string | null {
  const value = parseCookies((header ?? '').replaceAll(/\s/g, ''), ';')[name];
  return typeof value === 'string' ? value : null;
}
