import { SkillsRefused } from '../service.errors.ts';

const MOST_SKILLS = 20;
const LONGEST_SKILL = 40;

/** Skills are compared as they are written, so they are written one way. @throws SkillsRefused */
export function skillsOf(given: readonly string[], field: 'skills' | 'skill'): string[] {
  const skills = [...new Set(given.map((skill) => skill.trim().toUpperCase()).filter(Boolean))];
  if (skills.length > MOST_SKILLS || skills.some(({ length }) => length > LONGEST_SKILL))
    throw new SkillsRefused({ most: MOST_SKILLS, longest: LONGEST_SKILL }, ['input', field]);
  return skills;
}
