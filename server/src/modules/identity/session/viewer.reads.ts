import type { GraphQLResolveInfo } from 'graphql';
import { asRefusal, toUserError, type UserErrorRow } from '../../../platform/graphql/errors.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { setsBelow, setsOf } from '../../../platform/read/selection.ts';
import { forgetSessions } from './session-authenticator.service.ts';
import type { OpenedSession } from './sessions.service.ts';
import { viewerShape } from './viewer.shape.ts';

interface ViewerAnswer {
  readonly viewer: object | null;
  readonly userErrors: UserErrorRow[];
}

/**
 * Answers an act that makes the visitor somebody else: sets the cookie of the new session, and reads `viewer` as who
 * he is from now on. Such an act runs its own transactions, since that of the operation belongs to who he was.
 */
export async function answerAsNewViewer<P>(
  context: Context,
  info: GraphQLResolveInfo,
  change: () => Promise<OpenedSession>,
): Promise<P> {
  try {
    const { token, endsAt } = await change();
    forgetSessions(context.database);
    context.response.setSessionCookie(token, endsAt);
    const answer: ViewerAnswer = { viewer: await viewerBehind(context, info, token), userErrors: [] };
    return answer as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    const answer: ViewerAnswer = { viewer: null, userErrors: [toUserError(refusal, context.actor.locale)] };
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
