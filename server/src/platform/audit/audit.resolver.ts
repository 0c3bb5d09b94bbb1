import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { Allow } from '../graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../graphql/audience.ts';
import { checkPage, PageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { HandsOn } from '../graphql/direct.ts';
import { localIdOrNull } from '../graphql/local-id.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { readOne } from '../read/reader.ts';
import { auditEntryList, auditEntryShape } from './audit-entry.shape.ts';
import { AuditAudience, AuditEntryConnection, AuditEntryType } from './audit.types.ts';

@ArgsType()
class AuditEntriesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'The name of an act, such as `purchaseOrderIssue`.' })
  act?: string | null;
  @Field(() => String, { nullable: true })
  subjectType?: string | null;
  @Field(() => String, { nullable: true, description: 'The key of one thing: everything that was done to it.' })
  subjectKey?: string | null;
  @Field(() => AuditAudience, { nullable: true })
  audience?: AuditAudience | null;
  @Field(() => String, { nullable: true, description: 'Part of the name or e-mail of who acted.' })
  person?: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;
}

@Resolver()
export class AuditResolver {
  @For(SIGNED_IN)
  @Allow('identity.audit.read')
  @HandsOn()
  @Query(() => AuditEntryConnection, { description: 'Newest first; for outside parties what they did themselves.' })
  async auditEntries(
    @Args(() => AuditEntriesArgs) { first, after, ...filter }: AuditEntriesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return auditEntryList.read(await context.work(), info, { ...checkPage({ first, after }), sort: 'NEWEST', filter });
  }
  @For(STAFF)
  @Allow('identity.audit.read')
  @HandsOn()
  @Query(() => AuditEntryType, { nullable: true, description: 'One entry, with what it changed.' })
  async auditEntry(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(auditEntryShape, id);
    return key && readOne(await context.work(), info, auditEntryShape, key);
  }
}
