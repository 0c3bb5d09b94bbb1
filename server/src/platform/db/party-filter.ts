import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';

const PARTY = { SUPPLIER: 'supplierId', CUSTOMER: 'customerId' } as const;

/**
 * The first wall around what commands load: an outside party gets entities of its own only, whatever it was asked to
 * load, and what names no party of its side. Row security says the same again in the database.
 */
export function keepToParty(em: EntityManager, { audience, organisationId }: Actor): void {
  if (audience !== 'SUPPLIER' && audience !== 'CUSTOMER') return;
  const column = PARTY[audience];
  const own = { $or: [{ [column]: organisationId }, { [column]: null }] };
  const ownOnly = { [column]: organisationId };
  em.addFilter({
    name: 'party',
    args: false,
    cond: (
      _args: object,
      _type: string,
      manager: EntityManager,
      _options: unknown,
      entity = '',
    ): FilterQuery<object> => {
      const { [column]: property } = manager.getMetadata().getByClassName(entity).properties as Record<
        string,
        { nullable?: boolean } | undefined
      >;
      if (!property) return {};
      return property.nullable ? own : ownOnly;
    },
  });
}
