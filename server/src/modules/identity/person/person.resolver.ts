import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { PersonOnly } from '../credential.errors.ts';
import { Invalid } from '../identity.errors.ts';
import { PersonChangeLocaleInput } from './membership.inputs.ts';
import { Person } from './person.entity.ts';
import { personShape } from './person.shape.ts';
import { PersonChangeLocalePayload, PersonType } from './person.types.ts';

@Resolver(() => PersonType)
export class PersonResolver {
  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => PersonChangeLocalePayload, {
    description: 'The language the viewer reads and is written to in.',
  })
  personChangeLocale(
    @Arg('input', () => PersonChangeLocaleInput) { locale }: PersonChangeLocaleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PersonChangeLocalePayload> {
    return act(context, info, {
      show: { person: personShape },
      work: async (work) => {
        if (context.actor.apiKeyId || context.actor.impersonatedBy) throw new PersonOnly();
        if (locale !== 'en' && locale !== 'zh-CN') throw new Invalid({}, ['input', 'locale']);
        const person = await work.em.findOneOrFail(Person, context.actor.personId ?? '');
        person.locale = locale;
        return { person: person.id };
      },
    });
  }
}
