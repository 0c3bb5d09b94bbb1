import { ChangeSetType, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What one entity was before and is now; only what differs. */
export interface Change {
  readonly type: string;
  readonly id: string;
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

const gathered = new WeakMap<object, Change[]>();
const unaudited = new Set<string>();
// The version counts writes; it says nothing about what was written.
const hidden = new Set(['version']);

/** Leaves an entity out of the audit log: the ledger and sessions are records in themselves. */
export function Unaudited(): (target: { name: string }) => void {
  return (target) => void unaudited.add(target.name);
}

/** Names properties whose values never enter the audit log, such as hashes of passwords. */
export function hideFromAudit(...names: string[]): void {
  names.forEach((name) => hidden.add(name));
}

/** The list that the flushes of this entity manager add to. */
export function changesOf(em: EntityManager): Change[] {
  let changes = gathered.get(em);
  if (!changes) gathered.set(em, (changes = []));
  return changes;
}

/** Notes what every flush writes, so that the audit entry of an act says before and after. */
export class ChangeCollector implements EventSubscriber {
  afterFlush({ em, uow }: FlushEventArgs): void {
    const changes = gathered.get(em);
    if (!changes) return;
    for (const set of uow.getChangeSets()) {
      const type = set.meta.className;
      if (unaudited.has(type)) continue;
      const isNew = set.type === ChangeSetType.CREATE;
      changes.push({
        type,
        id: String((set.entity as { id?: unknown }).id),
        kind: isNew ? 'created' : set.type === ChangeSetType.DELETE ? 'deleted' : 'updated',
        ...(isNew ? {} : { before: visible(set.originalEntity ?? {}, Object.keys(set.payload)) }),
        after: visible(set.payload, Object.keys(set.payload)),
      });
    }
  }
}

function visible(values: object, names: string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => !hidden.has(name)).map((name) => [name, (values as Record<string, unknown>)[name]]),
  );
}
