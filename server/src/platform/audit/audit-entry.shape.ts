import { list } from '../read/list.ts';
import { instant, shape, value, type Row } from '../read/shape.ts';

const own = (row: Row) => `${row}.actor_organisation_id = (select app_org())`;
const personName = (column: string) => (row: Row) =>
  `(select p.name from identity_person p where p.id = ${row}.${column})`;
const changes = (row: Row) => `(
  select coalesce(json_agg(json_build_object('type', c->>'type', 'key', c->>'id', 'kind', c->>'kind',
    'isErased', coalesce((c->>'erased')::boolean, false),
    'values', (select coalesce(json_agg(json_build_object('name', n, 'before', c->'before'->>n, 'after', c->'after'->>n) order by n), '[]')
               from (select jsonb_object_keys(coalesce(nullif(c->'before', 'null'), '{}') || coalesce(nullif(c->'after', 'null'), '{}')) as n) names))), '[]')
  from jsonb_array_elements(${row}.changes) c)`;

/** Who did what: staff see every entry, everybody else what his organisation did, or what was done in its name. */
export const auditEntryShape = shape({
  type: 'AuditEntry',
  prefix: 'aud',
  table: 'platform_audit_entry',
  visible: { STAFF: 'all', SUPPLIER: own, CUSTOMER: own },
  fields: {
    act: value('act'),
    audience: value('audience'),
    actorName: value(personName('actor_person_id')),
    onBehalfOfName: value(personName('on_behalf_of_person_id')),
    organisationName: value(
      (row) => `(select o.name from identity_organisation o where o.id = ${row}.actor_organisation_id)`,
    ),
    subjectType: value('subject_type'),
    subjectKey: value((row) => `${row}.subject_id::text`),
    occurredAt: instant('occurred_at'),
    remoteAddress: value('remote_address'),
    changes: value(changes),
    isSealed: value((row) => `exists (select from platform_audit_link l where l.entry_id = ${row}.id)`),
  },
});

export const auditEntryList = list(auditEntryShape, {
  sorts: { NEWEST: { by: (row) => `${row}.occurred_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    act: (row, wanted) => `${row}.act = ${wanted}::text`,
    subjectType: (row, wanted) => `${row}.subject_type = ${wanted}::text`,
    subjectKey: (row, wanted) => `${row}.subject_id::text = ${wanted}::text`,
    audience: (row, wanted) => `${row}.audience = ${wanted}::text`,
    person: (row, wanted) =>
      `exists (select from identity_person p where p.id in (${row}.actor_person_id, ${row}.on_behalf_of_person_id) and (p.name ilike '%' || ${wanted}::text || '%' or p.email ilike '%' || ${wanted}::text || '%'))`,
    from: (row, wanted) => `${row}.occurred_at >= ${wanted}::timestamptz`,
    to: (row, wanted) => `${row}.occurred_at < ${wanted}::timestamptz`,
  },
});
