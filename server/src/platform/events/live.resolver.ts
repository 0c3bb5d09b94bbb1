import { Arg, Ctx, Field, ID, ObjectType, registerEnumType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { For, SIGNED_IN } from '../graphql/audience.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { unauthenticated } from '../graphql/errors.ts';
import { TOPICS, type Topic } from './event.ts';
import type { WakeUp, WakeUps } from './wake-up.ts';

export const TopicEnum = Object.fromEntries(TOPICS.map((topic) => [topic, topic])) as { [T in Topic]: T };
registerEnumType(TopicEnum, { name: 'Topic', description: 'A kind of thing that pages follow live.' });

/** Tells a page that what it shows has changed; the page asks again, with its own rights. */
@For(SIGNED_IN)
@ObjectType()
export class LiveChange {
  @Field(() => TopicEnum)
  topic!: Topic;
  @Field(() => [ID], { description: 'Keys of what changed, when it is few things; empty when it is many.' })
  subjects!: readonly string[];
  @Field(() => DateTimeScalar)
  at!: Date;
}

/** Context of a subscription: the same as of a query, and where wake-ups come from. */
export interface LiveContext extends Context {
  readonly wakeUps: WakeUps;
  /** Whether the session that began the subscription still stands for the same person and organisation. */
  isSignedIn(): Promise<boolean>;
}

/** Whoever has signed out meanwhile is told no more. */
function untilSignedOut(wakes: AsyncIterableIterator<WakeUp>, live: LiveContext): AsyncIterableIterator<WakeUp> {
  const end = async (): Promise<IteratorResult<WakeUp>> => {
    await wakes.return?.();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      const next = await wakes.next();
      return next.done || (await live.isSignedIn()) ? next : end();
    },
    return: end,
  };
}

@Resolver()
export class LiveResolver {
  @For(SIGNED_IN)
  @Subscription(() => LiveChange, {
    description: 'What changes on these topics, as far as it concerns the viewer.',
    subscribe: ({ args, context }) => {
      const live = context as LiveContext;
      if (live.actor.audience === 'NOBODY') throw unauthenticated();
      const wakes = live.wakeUps.follow(live.actor, new Set((args as { topics: Topic[] }).topics));
      return untilSignedOut(wakes, live);
    },
  })
  liveChange(
    @Arg('topics', () => [TopicEnum]) _topics: Topic[],
    @Root() wake: WakeUp,
    @Ctx() context: Context,
  ): LiveChange {
    return { topic: wake.topic, subjects: wake.ids, at: context.clock.now() };
  }
}
