import { embed, instant, shape, value, type Row } from '../../../platform/read/shape.ts';

const limits = (column: 'before' | 'after') => {
  const part = (name: string) => value((row: Row) => `${row}.${column}->>'${name}'`);
  return embed({
    mode: part('mode'),
    minimum: part('minimum'),
    reorderPoint: part('reorderPoint'),
    maximum: part('maximum'),
  });
};

/** The history of a line's limits, for both sides. */
export const limitChangeShape = shape({
  type: 'VmiLimitChange',
  prefix: 'vlc',
  table: 'vmi_limit_change',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    revision: value('revision'),
    changedBy: value('changed_by'),
    changedByName: value((row) => `(select p.name from identity_person p where p.id = ${row}.changed_by_person_id)`),
    changedAt: instant('changed_at'),
    before: limits('before'),
    after: limits('after'),
    reason: value('reason'),
  },
});
