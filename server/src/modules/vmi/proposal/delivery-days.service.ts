import { todayIn } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Site } from '../../catalog/site/site.entity.ts';

/** Which day it is at a site. */
export async function siteTodayOf(work: Work, siteId: string): Promise<string> {
  const site = await work.em.findOneOrFail(Site, siteId);
  return todayIn(site.timeZone, work.clock);
}

/** The same for the sites of many things, in one statement. */
export async function siteDays(
  work: Work,
  things: readonly { siteId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const sites = await work.em.find(Site, { id: { $in: [...new Set(things.map(({ siteId }) => siteId))] } });
  return new Map(sites.map(({ id, timeZone }) => [id, todayIn(timeZone, work.clock)]));
}
