import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { fromGlobalId } from '../../../kernel/id.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { taskShape } from '../../../platform/tasks/task.shape.ts';
import { startExport } from './export.service.ts';
import { startImport } from './import.service.ts';
import { ExportStartInput, ExportStartPayload, ImportStartInput, ImportStartPayload } from './transfer.inputs.ts';

function uploadKey(globalId: string): string {
  const named = fromGlobalId(globalId);
  if (named?.prefix !== 'upl') throw new NotFound({}, ['input', 'uploadIds']);
  return named.id;
}

@Resolver()
export class TransferResolver {
  @For(STAFF)
  @Allow('integrations.import.start')
  @Mutation(() => ImportStartPayload, { description: 'Takes in files that were handed in; follow the task.' })
  importStart(
    @Arg('input', () => ImportStartInput) input: ImportStartInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportStartPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        task: await startImport(work, { ...input, uploadIds: input.uploadIds.map(uploadKey) }),
      }),
      show: { task: taskShape },
    });
  }

  @For(STAFF)
  @Allow('integrations.export.start')
  @Mutation(() => ExportStartPayload, { description: 'Makes a file to download; follow the task.' })
  exportStart(
    @Arg('input', () => ExportStartInput) input: ExportStartInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ExportStartPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ task: await startExport(work, input.kind) }),
      show: { task: taskShape },
    });
  }
}
