import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actApart } from '../../../platform/graphql/act-apart.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { checkInPerson, confirmSession } from './confirmation.service.ts';
import { forgetSessions } from './session-authenticator.service.ts';
import { sessionList } from './session.reads.ts';
import { sessionShape } from './session.shape.ts';
import {
  SessionConfirmInput,
  SessionConfirmPayload,
  SessionConnection,
  SessionEndInput,
  SessionEndOthersPayload,
  SessionEndPayload,
  SessionType,
} from './session.types.ts';
import { endSession, endSessionsOf } from './sessions.service.ts';

@Resolver(() => SessionType)
export class SessionResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => SessionConnection, { description: 'Where the viewer is signed in now, newest first.' })
  async sessions(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const openAt = context.clock.now().toISOString();
    return sessionList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { openAt },
    });
  }

  @FieldResolver(() => Boolean)
  isCurrent(@Root() { $sessionId }: { $sessionId: string }, @Ctx() context: Context): boolean {
    return $sessionId === context.actor.sessionId;
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => SessionEndPayload, { description: 'Signs the viewer out at another device.' })
  sessionEnd(
    @Arg('input', () => SessionEndInput) { sessionId }: SessionEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SessionEndPayload> {
    return act(context, info, {
      work: async (work) => {
        const path = ['input', 'sessionId'];
        const { personId } = checkInPerson(context.actor);
        await endSession(work, personId, localId(sessionShape, sessionId, path), path);
        forgetSessions(context.database);
        return {};
      },
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => SessionEndOthersPayload, { description: 'Signs the viewer out everywhere but here.' })
  sessionEndOthers(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SessionEndOthersPayload> {
    return act(context, info, {
      work: async (work) => {
        const { personId, sessionId } = checkInPerson(context.actor);
        const ended = await endSessionsOf(work, personId, sessionId);
        forgetSessions(context.database);
        return { ended };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => SessionConfirmPayload, {
    description: 'Proves that it is still the viewer; sensitive acts are open to him for a quarter of an hour then.',
  })
  sessionConfirm(
    @Arg('input', () => SessionConfirmInput) input: SessionConfirmInput,
    @Ctx() context: Context,
  ): Promise<SessionConfirmPayload> {
    return actApart(context, async () => {
      await confirmSession(context.database, context.actor, input);
      return {};
    });
  }
}
