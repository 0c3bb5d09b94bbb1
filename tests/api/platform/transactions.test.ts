import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/kernel/id.ts';
import { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { onceOnly } from '../../../server/src/platform/db/idempotency.ts';
import type { Work } from '../../../server/src/platform/db/work.ts';
import { IdempotencyConflict } from '../../../server/src/platform/graphql/errors.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let buyer: Actor;
let suppliers: Actor[];

beforeAll(async () => {
  app = await TestApp.start();
  buyer = await anActor(app, await anOrganisation(app, 'company'), 'BUYER');
  suppliers = [];
  for (let n = 0; n < 6; n++)
    suppliers.push(await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN'));
});
afterAll(() => app.close());

const event = () => ({ name: 'test.thing.happened', subjectType: 'Thing', subjectId: newId() });
const countOf = async (table: string) =>
  Number((await app.owner.query<{ count: string }>(`select count(*) from ${table}`))[0]?.count);
const organisationsSeen = async (work: Work) =>
  (await sql<{ id: string }>`select id from identity_organisation where not is_company`.execute(work.sql)).rows.map(
    ({ id }) => id,
  );

describe('a transaction', () => {
  it('sees nothing of any party when nobody is named', async () => {
    const { rows } = await app.database.pool.query('select id from identity_organisation where not is_company');
    expect(rows).toEqual([]);
  });

  it('ends a statement that takes longer than who asks may wait, and lets jobs take their time', async () => {
    const waits = (audience: Actor['audience']) =>
      app.database.transact({ ...nobody('en', null), audience }, async (work) => {
        const { rows } = await sql<{ wait: string }>`select current_setting('statement_timeout') as wait`.execute(
          work.sql,
        );
        return rows[0]?.wait;
      });
    expect(await Promise.all((['NOBODY', 'SUPPLIER', 'CUSTOMER', 'STAFF', 'SYSTEM'] as const).map(waits))).toEqual([
      '10s',
      '20s',
      '20s',
      '1min',
      '0',
    ]);
  });

  it('leaves no event and no audit entry when it fails', async () => {
    const before = [await countOf('platform_event'), await countOf('platform_audit_entry')];
    const failing = app.database.transact(buyer, async (work) => {
      work.record(event());
      work.nameAct('thingDo');
      await Promise.reject(new Error('changed my mind'));
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect([await countOf('platform_event'), await countOf('platform_audit_entry')]).toEqual(before);
  });

  it('writes its events and its audit entry together with what it did', async () => {
    const happened = event();
    await app.database.transact(buyer, async (work) => {
      work.nameAct('thingDo', 'Thing', happened.subjectId);
      work.record(happened);
    });
    const events = await app.owner.query('select name, actor_person_id from platform_event where subject_id = $1', [
      happened.subjectId,
    ]);
    expect(events).toEqual([{ name: happened.name, actor_person_id: buyer.personId }]);
    const entries = await app.owner.query(
      'select act, audience, actor_organisation_id from platform_audit_entry where subject_id = $1',
      [happened.subjectId],
    );
    expect(entries).toEqual([{ act: 'thingDo', audience: 'STAFF', actor_organisation_id: buyer.organisationId }]);
  });

  it('tells the audit log what each entity was before and is now', async () => {
    const { id } = await anOrganisation(app, 'customer', 'Old name');
    await app.database.transact(buyer, async (work) => {
      work.nameAct('organisationRename');
      (await work.em.findOneOrFail(Organisation, id)).name = 'New name';
    });
    const [entry] = await app.owner.query<{ changes: unknown[] }>(
      "select changes from platform_audit_entry where subject_id = $1 and act = 'organisationRename'",
      [id],
    );
    expect(entry?.changes).toEqual([
      {
        type: 'Organisation',
        id,
        kind: 'updated',
        before: { name: 'Old name' },
        after: { name: 'New name' },
      },
    ]);
  });

  it('runs again from its beginning when it loses a deadlock', async () => {
    const [first, second] = await Promise.all([anOrganisation(app, 'customer'), anOrganisation(app, 'customer')]);
    let starts = 0;
    const touch = (work: Work, id: string) =>
      sql`update identity_organisation set phone = 'rung' where id = ${id}`.execute(work.sql);
    const crossing = (ids: string[]) =>
      app.database.transact(buyer, async (work) => {
        starts++;
        for (const id of ids) {
          await touch(work, id);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      });
    await Promise.all([crossing([first.id, second.id]), crossing([second.id, first.id])]);
    expect(starts).toBeGreaterThan(2);
  });

  it('keeps actors apart when hundreds interleave over few connections', async () => {
    const looks = Array.from({ length: 600 }, (_, n) => suppliers[n % suppliers.length] as Actor);
    const seen = await Promise.all(looks.map((actor) => app.database.transact(actor, organisationsSeen, 'read')));
    expect(seen.every((ids, n) => ids.length === 1 && ids[0] === looks[n]?.organisationId)).toBe(true);
  });

  it('touches nothing once it has ended, although its connection is somebody else’s by then', async () => {
    const [first, second] = suppliers as [Actor, Actor];
    const late = await app.database.begin(first, 'read');
    await late.runPlan('select $1::text as data', ['the last'], true);
    await expect(late.runPlan('select $1::text as data', ['one more'], true)).rejects.toThrow('has ended');
    const others = await Promise.all(
      Array.from({ length: app.database.pool.options.max }, () => app.database.begin(second, 'write')),
    );
    await expect(late.runPlan('select $1::text as data', ['one more'], true)).rejects.toThrow('has ended');
    await late.commit();
    for (const work of others) {
      expect(await organisationsSeen(work)).toEqual([second.organisationId]);
      await work.commit();
    }
  });

  it('undoes a part of it with whatever of that comes late, and keeps the other parts', async () => {
    const [kept, undone] = [event(), event()];
    const { id } = await anOrganisation(app, 'customer');
    const setPhone = (work: Work) =>
      work.send('update identity_organisation set phone = $1 where id = $2', ['late', id]);
    let late: Promise<unknown> = Promise.resolve();
    await app.database.transact(buyer, async (work) => {
      const refused = work.guarded((part) => {
        part.nameAct('thingRefuse');
        late = part.send('select $1::int', [1]).then(() => {
          part.record(undone);
          return setPhone(part);
        });
        late.catch(() => undefined);
        return Promise.reject(new Error('refused'));
      });
      await expect(refused).rejects.toThrow('refused');
      await expect(late).rejects.toThrow('has ended');
      for (const act of ['thingDo', 'thingMend'])
        await work.guarded((part) => {
          part.nameAct(act, 'Thing', kept.subjectId);
          if (act === 'thingDo') part.record(kept);
          return Promise.resolve();
        });
    });
    const events = await app.owner.query<{ subject_id: string }>(
      'select subject_id from platform_event where subject_id = any($1)',
      [[kept.subjectId, undone.subjectId]],
    );
    expect(events).toEqual([{ subject_id: kept.subjectId }]);
    const phones = await app.owner.query('select from identity_organisation where id = $1 and phone = $2', [
      id,
      'late',
    ]);
    expect(phones).toEqual([]);
    const entries = await app.owner.query<{ act: string }>(
      'select act from platform_audit_entry where subject_id = $1 order by act',
      [kept.subjectId],
    );
    expect(entries.map(({ act }) => act)).toEqual(['thingDo', 'thingMend']);
    expect(await app.owner.query(`select from platform_audit_entry where act = 'thingRefuse'`)).toEqual([]);
  });

  it('tells what an update was refused for that nobody waited for', async () => {
    const renamed = app.database.transact(suppliers[0] ?? buyer, async (work) => {
      const own = await work.em.findOneOrFail(Organisation, work.actor.organisationId ?? '');
      own.name = null as unknown as string;
      await work.em.flush();
      await organisationsSeen(work);
    });
    await expect(renamed).rejects.toThrow(/violates|permission/);
  });

  it('does not call it done when a statement failed that nobody minded', async () => {
    const careless = app.database.transact(buyer, async (work) => {
      await work.send('select 1 / $1::int', [0]).catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('division by zero');
  });

  it('does not let a supplier write the row of another', async () => {
    const [mine, other] = suppliers as [Actor, Actor];
    const foreign = app.database.transact(mine, (work) =>
      sql`update identity_organisation set name = 'mine now' where id = ${other.organisationId} returning id`.execute(
        work.sql,
      ),
    );
    expect((await foreign).rows).toEqual([]);
    const forged = app.database.transact(mine, (work) =>
      sql`insert into identity_organisation (id, number, name, is_supplier) values (${newId()}, 'FORGED', 'x', true)`.execute(
        work.sql,
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('cannot rewrite events or the audit log', async () => {
    for (const table of ['platform_event', 'platform_audit_entry']) {
      const rewrite = app.database.transact(buyer, (work) => sql`delete from ${sql.table(table)}`.execute(work.sql));
      await expect(rewrite).rejects.toThrow(/permission denied/);
    }
  });
});

describe('an idempotency key', () => {
  const doOnce = (key: string, body: object, effects: string[]) =>
    app.database.transact(buyer, async (work) => {
      const { answer } = await onceOnly(work, 'thingDo', { idempotencyKey: key, ...body }, () => {
        const id = newId();
        effects.push(id);
        return Promise.resolve({ thing: id });
      });
      return answer;
    });

  it('answers a repeated request as the first time, and does it once', async () => {
    const effects: string[] = [];
    const key = newId();
    const first = await doOnce(key, { amount: 1 }, effects);
    expect(await doOnce(key, { amount: 1 }, effects)).toEqual(first);
    expect(effects).toHaveLength(1);
  });

  it('is refused for another body', async () => {
    const key = newId();
    await doOnce(key, { amount: 1 }, []);
    await expect(doOnce(key, { amount: 2 }, [])).rejects.toThrow(IdempotencyConflict);
  });

  it('lets one of twenty that race through, and answers all alike (concurrent)', async () => {
    const effects: string[] = [];
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => doOnce(key, { amount: 1 }, effects)));
    expect(effects).toHaveLength(1);
    expect(new Set(answers.map(({ thing }) => thing)).size).toBe(1);
  });
});
