import type { GraphQLResolveInfo } from 'graphql';
import { asRefusal, toUserError, type UserErrorRow } from '../../../platform/graphql/errors.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { setsBelow, setsOf } from '../../../platform/read/selection.ts';
import { forgetSessions } from './session-authenticator.service.ts';
import type { Entry, SecondStep } from './entry.service.ts';
import { viewerShape } from './viewer.shape.ts';

interface ViewerAnswer {
  readonly viewer: object | null;
  readonly secondStep: SecondStep | null;
  readonly recoveryCodes: readonly string[];
  readonly userErrors: UserErrorRow[];
}

/**
 * Answers an act that makes the visitor somebody else: sets the cookie of the new session, and reads `viewer` as who
 * he is from now on. Such an act runs its own transactions, since that of the operation belongs to who he was.
 */
export async function answerAsNewViewer<P>(
  context: Context,
  info: GraphQLResolveInfo,
  change: () => Promise<Entry>,
): Promise<P> {
  try {
    const { session, step, recoveryCodes = [] } = await change();
    const more = { secondStep: step ?? null, recoveryCodes, userErrors: [] };
    if (!session) return { viewer: null, ...more } as P;
    forgetSessions(context.database);
    context.response.setSessionCookie(session.token, session.endsAt);
    const answer: ViewerAnswer = { viewer: await viewerBehind(context, info, session.token), ...more };
    return answer as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    const userErrors = [toUserError(refusal, context.actor.locale)];
    const answer: ViewerAnswer = { viewer: null, secondStep: null, recoveryCodes: [], userErrors };
    return answer as P;
  }
}

async function viewerBehind(context: Context, info: GraphQLResolveInfo, token: string): Promise<object | null> {
  const actor = await context.response.actorOf(token);
  const { sessionId } = actor;
  const sets = setsBelow(setsOf(info), ['viewer'], info);
  if (!sessionId || sets.length === 0) return null;
  return context.database.transact(
    actor,
    (work) => readOne<object>(work, info, viewerShape, sessionId, [...sets]),
    'read',
  );
}
