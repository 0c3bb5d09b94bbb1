import type { Work } from '../db/work.ts';

/** What one module keeps of a person. Ledgers and documents name a person by a key only, and stay. */
export interface PersonalData {
  /** What it is called in an export. */
  readonly name: string;
  /** Everything that is kept of the person, as it may be handed to him. */
  readonly gather: (work: Work, personId: string) => Promise<readonly object[]>;
  /** Takes out what says who he is. It must not leave its values in the audit log: no entities, plain SQL. */
  readonly erase: (work: Work, personId: string) => Promise<void>;
}

/** What stands where a name stood. */
export const ERASED = 'Erased person · 已删除人员';

const kept: PersonalData[] = [];

/** A module that keeps personal data of its own declares it here, so that an export and an erasure are whole. */
export const keepsPersonalData = (data: PersonalData): void => void kept.push(data);
/** In the order in which it was declared, lower modules first. */
export const personalData = (): readonly PersonalData[] => kept;
