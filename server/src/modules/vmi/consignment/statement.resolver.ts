import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { StatementActInput, StatementCloseInput, StatementsArgs } from './consignment.inputs.ts';
import { statementList } from './consignment.reads.ts';
import { StatementConnection, StatementPayload, StatementsPayload, StatementType } from './consignment.types.ts';
import { statementShape } from './statement.shape.ts';
import { statements } from './statements.service.ts';

@Resolver()
export class StatementResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => StatementConnection)
  async statements(
    @Args(() => StatementsArgs) { supplierId, state, ...page }: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = {
      state,
      supplierId: supplierId && localId(organisationShape, supplierId, ['supplierId']),
    };
    return statementList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST', filter });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => StatementType, { nullable: true })
  async statement(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(statementShape, id);
    return key && readOne(await context.work(), info, statementShape, key);
  }

  @For(STAFF)
  @Allow('vmi.statement.close')
  @Mutation(() => StatementsPayload, {
    description: 'Puts what was taken and not settled on statements, one per currency.',
  })
  statementClose(@Arg('input') input: StatementCloseInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return act<StatementsPayload>(context, info, {
      input,
      work: async (work) => {
        const supplierId = localId(organisationShape, input.supplierId, ['input', 'supplierId']);
        return { statements: await statements.close(work, supplierId, input.until) };
      },
      show: { statements: statementShape },
    });
  }

  @For(STAFF)
  @Allow('vmi.statement.bill')
  @Mutation(() => StatementPayload, {
    description: 'Issues the self-billing document in the supplier’s name.',
  })
  statementBill(@Arg('input') input: StatementActInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.follow(input, context, info, (work, id) => statements.bill(work, id, input.expectedVersion));
  }

  @For(['SUPPLIER'])
  @Allow('vmi.statement.agree')
  @Mutation(() => StatementPayload)
  statementAgree(@Arg('input') input: StatementActInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.follow(input, context, info, (work, id) => statements.agree(work, id, input.expectedVersion));
  }

  @For(['SUPPLIER'])
  @Allow('vmi.statement.dispute')
  @Mutation(() => StatementPayload)
  statementDispute(@Arg('input') input: StatementActInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.follow(input, context, info, (work, id) =>
      statements.dispute(work, id, input.expectedVersion, input.reason),
    );
  }

  @For(STAFF)
  @Allow('vmi.statement.resolve')
  @Mutation(() => StatementPayload, {
    description: 'Ends a dispute: the bill stands, corrections are in the next statement.',
  })
  statementResolve(@Arg('input') input: StatementActInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.follow(input, context, info, (work, id) => statements.resolve(work, id, input.expectedVersion));
  }

  @For(STAFF)
  @Allow('vmi.statement.pay')
  @Mutation(() => StatementPayload)
  statementPay(@Arg('input') input: StatementActInput, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.follow(input, context, info, (work, id) => statements.pay(work, id, input.expectedVersion));
  }

  private follow(
    input: StatementActInput,
    context: Context,
    info: GraphQLResolveInfo,
    move: (work: Work, id: string) => Promise<void>,
  ) {
    return act<StatementPayload>(context, info, {
      input,
      work: async (work) => {
        const statement = localId(statementShape, input.statementId, ['input', 'statementId']);
        await move(work, statement);
        return { statement };
      },
      show: { statement: statementShape },
    });
  }
}
