import { systemActor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { Person } from '../person/person.entity.ts';
import { LETTERS, type LetterKind } from './letters.service.ts';
import { post } from './post.service.ts';

const NAME = 'identity-tell-person';

/** Writes to a person that something about how he signs in has changed, once the transaction has committed. */
export const tellPerson = (work: Work, personId: string, letter: Exclude<LetterKind, 'PASSWORD_RESET'>) =>
  addJob(work, NAME, { personId, letter });

export const sendNotice: Job = {
  name: NAME,
  run: async (database, payload) => {
    const { personId, letter } = payload as { personId: string; letter: LetterKind };
    const person = await database.transact(systemActor('mail'), ({ em }) => em.findOne(Person, personId), 'read');
    if (!person) return;
    const { name, email, locale } = person;
    const text = LETTERS[letter][locale === 'zh-CN' ? 'zh-CN' : 'en']({ name, link: '', minutes: '' });
    await post(settingsOf(database), { to: email, ...text });
  },
};
