import 'reflect-metadata';
import type { Role } from '../platform/access/role.ts';
import type { Module } from '../platform/module.ts';
import { catalog } from '../modules/catalog/catalog.module.ts';
import { identity } from '../modules/identity/identity.module.ts';
import { interactions } from '../modules/interactions/interactions.module.ts';
import { inventory } from '../modules/inventory/inventory.module.ts';
import { provideManagedSupply } from '../modules/planning/plan/managed-supply.port.ts';
import { planning } from '../modules/planning/planning.module.ts';
import { promising } from '../modules/promising/promising.module.ts';
import { purchasing } from '../modules/purchasing/purchasing.module.ts';
import { peggedPromises } from '../modules/promising/availability/promise-source.service.ts';
import { usePromiseSource } from '../modules/sales/promise.port.ts';
import { sales } from '../modules/sales/sales.module.ts';
import { integrations } from '../modules/integrations/integrations.module.ts';
import { plannedNeeds } from '../modules/vmi/proposal/planned-needs.service.ts';
import { service } from '../modules/service/service.module.ts';
import { vmi } from '../modules/vmi/vmi.module.ts';
import { sealAudit } from '../platform/audit/audit.jobs.ts';
import './supplier-claims.ts';
import type { Listening } from '../platform/db/work.ts';

/** Every module of the product, lowest row first. */
export const modules: readonly Module[] = [
  identity,
  catalog,
  interactions,
  inventory,
  purchasing,
  sales,
  planning,
  vmi,
  promising,
  service,
  integrations,
];

usePromiseSource(peggedPromises);
// Planning asks, vendor-managed inventory above it answers.
provideManagedSupply(plannedNeeds);

export const subscribers = modules.flatMap((module) => module.subscribers ?? []);
export const jobs = [sealAudit, ...modules.flatMap((module) => module.jobs ?? [])];
export const routes = modules.flatMap((module) => module.routes ?? []);
export const uploadActions = new Set(modules.flatMap((module) => module.uploadActions ?? []));
export const entities = modules.flatMap((module) => [...module.entities]);

/** Which roles may do which act, over all modules. @throws Error when two modules name the same act. */
export const actionTable: ReadonlyMap<string, readonly Role[]> = modules
  .flatMap((module) => Object.entries(module.actions))
  .reduce((table, [action, roles]) => {
    if (table.has(action)) throw new Error(`The action ${action} is declared twice`);
    return table.set(action, roles);
  }, new Map<string, readonly Role[]>());

const heard = new Set(subscribers.map(({ event }) => event));
export const listening: Listening = { hasListener: (name) => heard.has(name) };
