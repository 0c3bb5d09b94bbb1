import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Territory } from './territory.entity.ts';

export interface TerritoryDraft {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly country: string | null;
  readonly area: string;
}

/** The regions that sales divides its customers into. */
class Territories {
  /** @throws NotFound, CodeUsed */
  async save(work: Work, { id, country, ...draft }: TerritoryDraft): Promise<string> {
    const known = id ? await work.em.findOne(Territory, { id }) : null;
    if (id && !known) throw new NotFound({}, ['input', 'id']);
    const territory = Object.assign(known ?? new Territory(), draft, {
      country: country?.trim().toUpperCase() || null,
    });
    work.em.persist(territory);
    await work.em.flush();
    return territory.id;
  }
}

export const territories = new Territories();
