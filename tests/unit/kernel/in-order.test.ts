import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../server/src/kernel/in-order.ts';

describe('inOrder', () => {
  it('begins a step only when the one before has ended', async () => {
    const log: string[] = [];
    const results = await inOrder(new Set([3, 1, 2]), async (n, index) => {
      log.push(`begin ${n}`);
      await wait(n);
      log.push(`end ${n}`);
      return n * 10 + index;
    });
    expect(results).toEqual([30, 11, 22]);
    expect(log).toEqual(['begin 3', 'end 3', 'begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('stops at the first failure', async () => {
    const begun: number[] = [];
    const failing = inOrder([1, 2, 3], async (n) => {
      begun.push(n);
      if (n === 2) throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(begun).toEqual([1, 2]);
  });
});
