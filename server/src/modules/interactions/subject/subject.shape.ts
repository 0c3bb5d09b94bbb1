import { declaredShapes } from '../../../platform/read/shape.ts';

/** The global id of what a row is about, from its columns `subject_type` and `subject_id`, as SQL. */
export function subjectIdSql(row: string): string {
  const cases = declaredShapes().map(({ type, prefix }) => `when '${type}' then '${prefix}_'`);
  return `(case ${row}.subject_type ${cases.join(' ')} end || replace(${row}.subject_id::text, '-', ''))`;
}
