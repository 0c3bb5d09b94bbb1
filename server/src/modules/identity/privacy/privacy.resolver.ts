import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { personShape } from '../person/person.shape.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { privacy } from './privacy.service.ts';
import { PersonErasePayload, PersonExportPayload, PersonPrivacyInput } from './privacy.types.ts';

@Resolver()
export class PrivacyResolver {
  @For(STAFF)
  @Allow('identity.privacy.answer')
  @Mutation(() => PersonExportPayload, { description: 'What is kept of a person, to be handed to him.' })
  personExport(
    @Arg('input', () => PersonPrivacyInput) input: PersonPrivacyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PersonExportPayload> {
    return act(context, info, {
      work: async (work) => {
        const file = await privacy.gather(work, localId(personShape, input.personId, ['input', 'personId']));
        return { personalData: JSON.stringify(file) };
      },
    });
  }

  @For(STAFF)
  @Allow('identity.privacy.answer')
  @Mutation(() => PersonErasePayload, {
    description: 'Takes out who somebody was, for good, and ends his access. What he did stays, without his name.',
  })
  personErase(
    @Arg('input', () => PersonPrivacyInput) input: PersonPrivacyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PersonErasePayload> {
    return act(context, info, {
      work: async (work) => {
        await privacy.erase(work, localId(personShape, input.personId, ['input', 'personId']));
        forgetSessions(context.database);
        return { isErased: true };
      },
    });
  }
}
