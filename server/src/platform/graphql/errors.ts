import { NotFoundError, OptimisticLockError } from '@mikro-orm/core';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { newId } from '../../kernel/id.ts';
import { DomainError, defineError } from '../../kernel/domain-error.ts';
import type { Locale } from '../../kernel/locale.ts';
import { asDatabaseError } from '../db/database-error.ts';

/** Nothing under that id, or nothing that this reader may know of: the two are not told apart. */
export class NotFound extends defineError('NOT_FOUND', {
  en: 'Nothing was found under this id',
  zh: '找不到此编号对应的内容',
}) {}
/** What was sent breaks a rule that the database keeps, and that nobody gave words of its own. */
export class ValueRefused extends defineError('VALUE_REFUSED', {
  en: 'A value of this request cannot be used as it is',
  zh: '此请求中的某个值无法使用',
}) {}
/** Somebody else changed it since it was read. */
export class StaleObject extends defineError('STALE_OBJECT', {
  en: 'It was changed meanwhile: look at it again before you go on',
  zh: '内容已被他人更改，请重新查看后再操作',
}) {}
export class IdempotencyConflict extends defineError('IDEMPOTENCY_CONFLICT', {
  en: 'This key was already used for another request',
  zh: '此幂等键已用于另一个请求',
}) {}

/** Who asks has not signed in. */
export const unauthenticated = () =>
  new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
/** Who asks may not do this. */
export const forbidden = () => new GraphQLError('You may not do this', { extensions: { code: 'FORBIDDEN' } });
/** The request itself is wrong; `path` names the argument. */
export const badInput = (message: string, path: readonly string[] = []) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', path } });

export interface UserErrorRow {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

// Refusals that carry data have a GraphQL type of their own, named by their code.
const typed = new Map<string, string>();
/** Gives the refusals of a code their own GraphQL type, e.g. INSUFFICIENT_STOCK -> InsufficientStock. */
export const typeRefusal = (code: string, typeName: string): void => void typed.set(code, typeName);

export function toUserError(error: DomainError, locale: Locale): UserErrorRow {
  return {
    ...error.data,
    __typename: typed.get(error.code) ?? 'Refusal',
    code: error.code,
    message: error.messageIn(locale),
    path: error.path,
  };
}

// What a constraint of the database refuses is as expected as what the code refuses.
const refusals = new Map<string, () => DomainError>();
/** Turns a violation of `constraint` into a refusal people can read. */
export const refuseConstraint = (constraint: string, refusal: () => DomainError): void =>
  void refusals.set(constraint, refusal);

// Every constraint is a rule about what people send, so even one without words of its own is a refusal and no fault.
const byClass: Readonly<Partial<Record<string, () => DomainError>>> = {
  '23503': () => new NotFound(),
  '23514': () => new ValueRefused(),
};

/** The refusal an error stands for, or null when it is a fault. */
export function asRefusal(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof OptimisticLockError) return new StaleObject();
  if (error instanceof NotFoundError) return new NotFound();
  const { constraint = '', code = '' } = asDatabaseError(error) ?? {};
  return (refusals.get(constraint) ?? byClass[code])?.() ?? null;
}

const SHOWN = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** graphql-js proposes names that it knows; whoever guesses is not helped. */
export const withoutHints = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '');

/** What the database refused because of what was asked, and not because something is broken. */
function databaseAnswer(code = ''): GraphQLFormattedError | null {
  if (code === '57014') return { message: 'This took too long: ask for less', extensions: { code: 'TIMED_OUT' } };
  // Class 22: a value that the database could not read, such as a forged cursor.
  if (code.startsWith('22')) return { message: 'A value could not be read', extensions: { code: 'BAD_USER_INPUT' } };
  return null;
}

/** What the outside may know of an error: our own kinds as they are, everything else an incident number. */
export function maskError(log: (incident: string, error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.['code'];
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    if (typeof code === 'string' && SHOWN.has(code))
      return { ...formatted, message: withoutHints(formatted.message), extensions };
    const cause = unwrapResolverError(error);
    if (cause instanceof DomainError) {
      return { ...formatted, message: cause.message, extensions: { code: cause.code } };
    }
    const known = databaseAnswer(asDatabaseError(cause)?.code);
    if (known) return { ...known, ...(formatted.path ? { path: formatted.path } : {}) };
    const incident = newId();
    log(incident, cause);
    return {
      message: `Something went wrong on our side (incident ${incident})`,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL', incident },
    };
  };
}
