import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { consents } from '../consent/consents.service.ts';
import { choicesOf, ConsentRecordInput, ContactOpenInput, ContactPayload } from './contact.inputs.ts';
import { contactList } from './contact.reads.ts';
import { contactShape } from './contact.shape.ts';
import { ContactConnection, ContactType } from './contact.types.ts';
import { contacts } from './contacts.service.ts';

@ArgsType()
class ContactsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => String, { nullable: true })
  search?: string | null;
}

@Resolver(() => ContactType)
export class ContactResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => ContactConnection)
  async contacts(
    @Args(() => ContactsArgs) { organisationId, search, ...page }: ContactsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return contactList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NAME',
      filter: { organisation: wantedKey(organisationShape, organisationId), search },
    });
  }

  @For(STAFF)
  @Allow('interactions.contact.save')
  @Mutation(() => ContactPayload)
  contactOpen(
    @Arg('input', () => ContactOpenInput) input: ContactOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContactPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        contact: await contacts.open(work, {
          ...input,
          organisationId: localId(organisationShape, input.organisationId, ['input', 'organisationId']),
          audience: input.side,
        }),
      }),
      show: { contact: contactShape },
    });
  }

  @For(STAFF)
  @Allow('interactions.consent.record')
  @Mutation(() => ContactPayload)
  consentRecord(
    @Arg('input', () => ConsentRecordInput) input: ConsentRecordInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ContactPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const contact = localId(contactShape, input.contactId, ['input', 'contactId']);
        await consents.record(work, contact, choicesOf(input.choices), 'STAFF', input.note);
        return { contact };
      },
      show: { contact: contactShape },
    });
  }
}
