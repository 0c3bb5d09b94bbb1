import type { Module } from '../../platform/module.ts';
import { integrationCommands } from './integrations.commands.ts';
import { EXPORT_JOB, runExportTask } from './transfer/export.service.ts';
import { IMPORT_JOB, runImportTask } from './transfer/import.service.ts';
import { removeOldFiles } from './transfer/old-files.service.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';

export const integrations: Module = {
  name: 'integrations',
  entities: [],
  resolvers: [TransferResolver],
  actions: {
    'integrations.import.start': ['ADMIN', 'PLANNER', 'BUYER'],
    'integrations.export.start': ['ADMIN', 'PLANNER', 'BUYER', 'FINANCE'],
  },
  uploadActions: ['integrations.import.start'],
  jobs: [
    { name: IMPORT_JOB, run: runImportTask },
    { name: EXPORT_JOB, run: runExportTask },
    { name: 'integrations_old_files', cron: '40 2 * * *', run: (database) => removeOldFiles(database) },
  ],
  commands: integrationCommands,
};
