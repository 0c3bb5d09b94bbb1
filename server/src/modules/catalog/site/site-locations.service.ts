import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { LocationMissing } from '../catalog.errors.ts';
import type { LocationKind } from './location-kind.calc.ts';

/** Finds the place of a site that serves a purpose. */
export class SiteLocations {
  /**
   * The location of that kind at the site; where there are several, the one named after the kind, else the first by code.
   * @throws LocationMissing
   */
  async find(work: Work, siteId: string, kind: LocationKind): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      select id from catalog_location where site_id = ${siteId} and kind = ${kind} and is_active
      order by code = kind desc, code limit 1`.execute(work.sql);
    const [found] = rows;
    if (!found) throw new LocationMissing({ kind });
    return found.id;
  }
}

export const siteLocations = new SiteLocations();
