import { expect, it } from 'vitest';
import { Lanes } from '../../server/src/platform/http/lanes.ts';

/** Work that lasts until it is let go, and how much of it was at work at once. */
class Bench {
  most = 0;
  readonly order: string[] = [];
  private atWork = 0;
  private readonly busy: (() => void)[] = [];

  job =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      this.order.push(name);
      this.most = Math.max(this.most, ++this.atWork);
      await new Promise<void>((done) => this.busy.push(done));
      this.atWork--;
      if (fails) throw new Error(name);
      return name;
    };

  async finishAll(): Promise<void> {
    for (let idle = 0; idle < 5; idle = this.busy.length === 0 ? idle + 1 : 0) {
      this.busy.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

it('lets a party do three things at once, and the others in the order in which they came', async () => {
  const [lanes, bench] = [new Lanes(), new Bench()];
  const names = Array.from({ length: 12 }, (_, n) => String(n));
  const all = names.map(async (name, n) => lanes.run('one', bench.job(name, n % 4 === 1)));
  const settled = Promise.allSettled(all);
  await bench.finishAll();
  const results = await settled;
  expect(bench.most).toBe(3);
  expect(bench.order).toEqual(names);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});

it('lets nobody wait for another party', async () => {
  const [lanes, bench] = [new Lanes(), new Bench()];
  const busy = Array.from({ length: 50 }, (_, n) => lanes.run('busy', bench.job(`busy ${n}`)));
  const other = lanes.run('other', bench.job('other'));
  expect(bench.order).toEqual(['busy 0', 'busy 1', 'busy 2', 'other']);
  await bench.finishAll();
  expect(await other).toBe('other');
  expect(await busy[49]).toBe('busy 49');
});

it('takes nobody in where two hundred wait already, and everybody again when they are done', async () => {
  const [lanes, bench] = [new Lanes(), new Bench()];
  const taken = Array.from({ length: 203 }, (_, n) => lanes.run('one', bench.job(String(n))));
  expect(lanes.run('one', bench.job('one too many'))).toBeNull();
  await bench.finishAll();
  expect(await taken[202]).toBe('202');
  const again = lanes.run('one', bench.job('again'));
  await bench.finishAll();
  expect(await again).toBe('again');
});
