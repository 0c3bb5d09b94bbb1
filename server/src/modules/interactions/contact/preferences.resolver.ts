import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { choicesOf } from './contact.inputs.ts';
import { preferencesDesk } from './preferences.service.ts';
import { preferencesShape } from './preferences.shape.ts';
import { PARTIES, PreferencesPayload, PreferencesSaveInput, PreferencesType } from './preferences.types.ts';

@Resolver(() => PreferencesType)
export class PreferencesResolver {
  @For(PARTIES)
  @Query(() => PreferencesType, { nullable: true })
  async preferences(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { personId } = context.actor;
    return personId && readOne(await context.work(), info, preferencesShape, personId);
  }

  @For(PARTIES)
  @Allow('interactions.preferences.save')
  @Mutation(() => PreferencesPayload)
  preferencesSave(
    @Arg('input', () => PreferencesSaveInput) input: PreferencesSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PreferencesPayload> {
    const { preferredChannel, phone = null, quietFrom = null, quietTo = null, choices } = input;
    return act(context, info, {
      input,
      work: async (work) => ({
        preferences: await preferencesDesk.save(work, {
          preferredChannel,
          phone,
          quietFrom,
          quietTo,
          choices: choicesOf(choices),
        }),
      }),
      show: { preferences: preferencesShape },
    });
  }
}
