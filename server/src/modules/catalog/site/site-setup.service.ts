import { parseTimeZone } from '../../../kernel/calendar-date.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { requireText } from '../checks.service.ts';
import { PHYSICAL_KINDS, VIRTUAL_KINDS, type LocationKind } from './location-kind.calc.ts';
import { Location } from './location.entity.ts';
import { Site } from './site.entity.ts';

const NAMES: Readonly<Record<LocationKind, string>> = {
  STORAGE: 'Storage',
  RECEIVING: 'Receiving',
  QUARANTINE: 'Quarantine',
  SUPPLIER: 'From and to suppliers',
  CUSTOMER: 'To and from customers',
  PRODUCTION: 'Production',
  SCRAP: 'Scrap',
  ADJUSTMENT: 'Adjustments',
};

export interface NewSite {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly address?: string | null;
  readonly calendarId?: string | null;
}

/** Opens our sites and the places in them. */
export class SiteSetup {
  /** A site with one location of every kind, named after it, so that every move has somewhere to come from and go to. */
  async openSite(work: Work, site: NewSite): Promise<string> {
    const opened = Object.assign(new Site(), {
      code: requireText(site.code, ['input', 'code']),
      name: requireText(site.name, ['input', 'name']),
      timeZone: parseTimeZone(site.timeZone),
      address: site.address ?? null,
      calendarId: site.calendarId ?? null,
    });
    work.em.persist(opened);
    for (const kind of [...PHYSICAL_KINDS, ...VIRTUAL_KINDS])
      work.em.persist(this.location(opened.id, kind, kind, NAMES[kind]));
    await work.em.flush();
    return opened.id;
  }

  /** @throws NotFound when there is no such site, DuplicateCode when the site has a location of that code. */
  async addLocation(
    work: Work,
    siteId: string,
    added: { code: string; name: string; kind: LocationKind },
  ): Promise<string> {
    if (!(await work.em.findOne(Site, siteId))) throw new NotFound({}, ['input', 'siteId']);
    const code = requireText(added.code, ['input', 'code']);
    const location = this.location(siteId, code, added.kind, requireText(added.name, ['input', 'name']));
    work.em.persist(location);
    await work.em.flush();
    return location.id;
  }

  private location(siteId: string, code: string, kind: LocationKind, name: string): Location {
    return Object.assign(new Location(), { id: newId(), siteId, code, kind, name });
  }
}

export const siteSetup = new SiteSetup();
