import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { limitsOf } from '../line/line.inputs.ts';
import { agreementDrafts } from './agreement-drafts.service.ts';
import { agreementEnding } from './agreement-ending.service.ts';
import { agreementSigning } from './agreement-signing.service.ts';
import { agreementsFromTerms } from './agreements-from-terms.service.ts';
import {
  AgreementActInput,
  AgreementAmendInput,
  AgreementDraftInput,
  AgreementPayload,
  AgreementsFromTermsInput,
  AgreementsPayload,
  AgreementTermsSaveInput,
} from './agreement.inputs.ts';
import { agreementShape } from './agreement.shape.ts';

const idOf = (input: { agreementId: string }) => localId(agreementShape, input.agreementId, ['input', 'agreementId']);

function agreed(
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  work: (work: Work) => Promise<string>,
): Promise<AgreementPayload> {
  return act(context, info, {
    input,
    work: async (transaction) => ({ agreement: await work(transaction) }),
    show: { agreement: agreementShape },
  });
}

/** A supplier drafts for himself, whatever he writes. */
function supplierOf({ actor }: Context, input: AgreementDraftInput): string {
  const own = actor.audience === 'SUPPLIER' ? actor.organisationId : null;
  const named = input.supplierId ? localId(organisationShape, input.supplierId, ['input', 'supplierId']) : own;
  if (!named || (own && named !== own)) throw new NotFound({}, ['input', 'supplierId']);
  return named;
}

@Resolver()
export class AgreementActsResolver {
  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.draft')
  @Mutation(() => AgreementPayload)
  agreementDraft(
    @Arg('input', () => AgreementDraftInput) input: AgreementDraftInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementDrafts.open(work, {
        ...input,
        supplierId: supplierOf(context, input),
        siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
        validTo: input.validTo ?? null,
        terms: input.terms ?? {},
        lines: input.lines.map(({ itemId, limits, quotaShare }, index) => ({
          itemId: localId(itemShape, itemId, ['input', 'lines', String(index), 'itemId']),
          limits: limits ? limitsOf(limits) : null,
          quotaShare: quotaShare ?? null,
        })),
      }),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.draft')
  @Mutation(() => AgreementPayload, { description: 'Changes the terms of a draft.' })
  agreementTermsSave(
    @Arg('input', () => AgreementTermsSaveInput) input: AgreementTermsSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    const { validFrom, validTo, terms, expectedVersion } = input;
    return agreed(context, info, input, async (work) =>
      agreementDrafts.saveTerms(work, idOf(input), expectedVersion, {
        terms: terms ?? {},
        ...(validFrom ? { validFrom } : {}),
        ...(validTo === undefined ? {} : { validTo }),
      }),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.propose')
  @Mutation(() => AgreementPayload, { description: 'Shows a draft to the other side.' })
  agreementPropose(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementSigning.propose(work, idOf(input), input.expectedVersion),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.accept')
  @Mutation(() => AgreementPayload, { description: 'Takes the terms that the other side proposed.' })
  agreementAccept(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementSigning.accept(work, idOf(input), input.expectedVersion, input.note),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.accept')
  @Mutation(() => AgreementPayload, { description: 'Sends back what the other side proposed.' })
  agreementRefuse(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementSigning.refuse(work, idOf(input), input.expectedVersion, input.note),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.amend')
  @Mutation(() => AgreementPayload, {
    description: 'Proposes other terms; the present ones hold until the other side accepts.',
  })
  agreementAmend(
    @Arg('input', () => AgreementAmendInput) input: AgreementAmendInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementSigning.amend(work, idOf(input), input.expectedVersion, input.terms, input.note),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.suspend')
  @Mutation(() => AgreementPayload)
  agreementSuspend(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementEnding.suspend(work, idOf(input), input.expectedVersion, input.note),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.resume')
  @Mutation(() => AgreementPayload)
  agreementResume(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementEnding.resume(work, idOf(input), input.expectedVersion),
    );
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.agreement.terminate')
  @Mutation(() => AgreementPayload, {
    description: "Ends it for good; refused while the supplier's own stock lies at the site.",
  })
  agreementTerminate(
    @Arg('input', () => AgreementActInput) input: AgreementActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementPayload> {
    return agreed(context, info, input, async (work) =>
      agreementEnding.terminate(work, idOf(input), input.expectedVersion, input.note),
    );
  }

  @For(STAFF)
  @Allow('vmi.agreement.from_terms')
  @Mutation(() => AgreementsPayload)
  agreementsFromTerms(
    @Arg('input', () => AgreementsFromTermsInput) input: AgreementsFromTermsInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AgreementsPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const { agreementIds, lineCount } = await agreementsFromTerms.propose(work, {
          siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
          supplierIds: input.supplierIds?.map((id) => localId(organisationShape, id, ['input', 'supplierIds'])) ?? null,
          validFrom: input.validFrom,
          validTo: input.validTo ?? null,
          terms: input.terms ?? {},
          isSignedElsewhere: input.isSignedElsewhere,
        });
        return { agreements: agreementIds, lineCount };
      },
      show: { agreements: agreementShape },
    });
  }
}
