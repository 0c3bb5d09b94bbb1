import type { Module } from '../../platform/module.ts';
import { integrationCommands } from './integrations.commands.ts';

export const integrations: Module = {
  name: 'integrations',
  entities: [],
  resolvers: [],
  actions: {},
  commands: integrationCommands,
};
