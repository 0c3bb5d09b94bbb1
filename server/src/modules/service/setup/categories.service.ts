import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { skillsOf } from './agent-skills.service.ts';
import { demandNames, lastPlace, saveRow, type Names, type RowRead } from './setup-rows.service.ts';

export interface CategoryDraft extends Names, RowRead {
  /** Where its tickets wait; in the default queue when null. */
  readonly queueId: string | null;
  /** What somebody must know who takes them; empty where anybody may. */
  readonly skill: string;
  readonly isActive: boolean;
}

/** What a question can be about. */
export class Categories {
  /** @throws NamesRefused, SkillsRefused, NotFound, StaleObject, SetupFull, CodeTaken */
  async save(work: Work, draft: CategoryDraft): Promise<string> {
    const { code, nameEn, nameZh, queueId, isActive } = draft;
    demandNames(draft);
    const [skill = ''] = skillsOf([draft.skill], 'skill');
    const { rows } = await sql`
      select from service_queue where id = ${queueId}::uuid and is_active`.execute(work.sql);
    if (queueId && rows.length === 0) throw new NotFound({}, ['input', 'queueId']);
    const place = draft.id === null ? { place: await lastPlace(work, 'service_category') } : {};
    return saveRow(work, 'service_category', draft, {
      ...{ code, name_en: nameEn, name_zh: nameZh, queue_id: queueId, skill, is_active: isActive, ...place },
    });
  }
}

export const categories = new Categories();
