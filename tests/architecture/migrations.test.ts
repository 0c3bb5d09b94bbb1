import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misnamed, unsafeStatements } from './support/migration-lint.ts';
import { filesIn, ROOT } from './support/tree.ts';

const folder = join(ROOT, 'migrations');
const migrations = existsSync(folder) ? filesIn(folder, /(?<!README\.md)$/) : [];

const planted: readonly (readonly [rule: string, sql: string])[] = [
  ['volatile-default', 'alter table sales_order add column token uuid default gen_random_uuid();'],
  ['volatile-default', 'alter table sales_order\n  add column at timestamptz default clock_timestamp();'],
  ['volatile-default', 'alter table sales_order add column place bigserial;'],
  ['not-null', 'alter table sales_order alter column note set not null;'],
  ['not-null', 'alter table sales_order add column note text not null;'],
  ['blocking-index', 'create index sales_order_note on sales_order (note);'],
  ['blocking-index', 'create unique index if not exists sales_order_note on public.sales_order (note);'],
  ['drop-column', 'alter table sales_order drop column note;'],
  ['drop-column', 'alter table sales_order drop if exists note;'],
  ['drop-table', 'drop table if exists sales_order;'],
  ['alter-type', 'alter table sales_order alter column note type varchar(20);'],
  ['alter-type', 'ALTER TABLE sales_order ALTER note SET DATA TYPE varchar(20);'],
  ['rename', 'alter table sales_order rename column note to remark;'],
];

const safe = [
  "alter table sales_order add column note text not null default '';",
  'alter table sales_order add column at timestamptz not null default now();',
  'alter table sales_order add constraint noted check (note is not null) not valid;\nalter table sales_order validate constraint noted;\nalter table sales_order alter column note set not null;',
  'create index concurrently sales_order_note on sales_order (note);',
  'create table sales_wish (id uuid primary key default gen_random_uuid());\ncreate index sales_wish_id on sales_wish (id);',
  'alter table sales_order drop constraint noted;',
  'alter table sales_order alter column note drop not null;',
  "-- drop table sales_order;\ninsert into platform_note values ('drop table sales_order; drop column x');",
  'do $$ begin perform 1; drop table temporary_sums; end $$;',
];

test('migrations are numbered, unique and forward only', () => {
  expect(misnamed(migrations)).toEqual([]);
});

test('no migration after the first release is unsafe without a written reason', () => {
  const refused = migrations.flatMap((name) => unsafeStatements(name, readFileSync(join(folder, name), 'utf8')));
  expect(refused).toEqual([]);
});

test('names that break the order are refused', () => {
  expect(misnamed(['0001_platform.sql', '0001_identity.sql', '2_catalog.sql', '0003_sales_down.sql'])).toEqual([
    '2_catalog.sql is not named NNNN_topic.sql',
    '0003_sales_down.sql goes back',
    '0001 is taken twice',
  ]);
});

test.each(planted)('refuses %s: %s', (rule, sql) => {
  expect(unsafeStatements('0100_planted.sql', sql)).toEqual([expect.stringContaining(`0100_planted.sql:1 ${rule}: `)]);
  expect(unsafeStatements('0099_planted.sql', sql)).toEqual([]);
});

test.each(planted)('lets %s pass with a reason: %s', (rule, sql) => {
  const waived = `-- lint: allow ${rule} because the table has a dozen rows\n${sql}`;
  expect(unsafeStatements('0100_planted.sql', waived)).toEqual([]);
});

test.each(safe)('leaves alone: %s', (sql) => {
  expect(unsafeStatements('0100_planted.sql', sql)).toEqual([]);
});

test('a waiver covers its own statement, its own rule, and needs a reason', () => {
  const sql = [
    '-- lint: allow drop-table because nobody ever wrote to it',
    'drop table a_b;',
    'drop table a_c;',
    '-- lint: allow drop-table',
    'drop table a_d;',
    '-- lint: allow rename because it sounds nice',
    'select 1;',
  ].join('\n');
  expect(unsafeStatements('0100_planted.sql', sql)).toEqual([
    expect.stringContaining('0100_planted.sql:3 drop-table'),
    '0100_planted.sql:5 waives drop-table without a reason',
    '0100_planted.sql:7 waives rename, which it does not break',
  ]);
});
