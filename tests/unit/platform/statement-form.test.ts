import { expect, it } from 'vitest';
import { blanked, formOf, outlineOf } from '../../../server/src/platform/db/statement-form.ts';

const outline = (said: unknown): [string | null, unknown[]] => {
  const values: unknown[] = [];
  return [outlineOf(said, values), values];
};

it('gives what differs in values alone one outline, and their values in order', () => {
  const [one, first] = outline({ id: { $in: ['a', 'b'] }, state: 'OPEN', lineNo: 1 });
  const [two, second] = outline({ id: { $in: ['c', 'd'] }, state: 'DONE', lineNo: 7 });
  expect(one).toBe(two);
  expect([first, second]).toEqual([
    ['a', 'b', 'OPEN', 1],
    ['c', 'd', 'DONE', 7],
  ]);
});

it('tells apart what makes another statement: keys, how many, nothing, truth, kinds', () => {
  const said = [{ a: 'x' }, { b: 'x' }, { a: null }, { a: true }, { a: 1 }, { a: ['x'] }, { a: ['x', 'x'] }, { a: {} }];
  expect(new Set(said.map((one) => outline(one)[0])).size).toBe(said.length);
});

it('leaves alone what it does not know', () => {
  expect(outline({ a: new Map() })[0]).toBeNull();
  expect(outline({ [Symbol('raw')]: 'x' })[0]).toBeNull();
});

it('finds its blanks again, keeps constants, and refuses a statement that lost one', () => {
  const { id, no } = blanked({ id: 'a', no: 5 });
  const form = formOf('select $1, $2, $3', [String(no), true, id], 2);
  expect(form?.parameters.map((parameter) => parameter(['a', 5]))).toEqual([5, true, 'a']);
  expect(formOf('select $1', [id], 2)).toBeNull();
});
