import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/src/modules/integrations/csv/decode.ts';
import { harmless, readable } from '../../../server/src/modules/integrations/csv/escape.calc.ts';
import { Issues } from '../../../server/src/modules/integrations/csv/issue.ts';
import { decimalFrom, required, template, text, yesNo } from '../../../server/src/modules/integrations/csv/template.ts';
import { goodRows, typedRows } from '../../../server/src/modules/integrations/csv/typed-rows.ts';
import { columnsPage } from '../../../server/src/modules/integrations/export/columns-page.ts';
import { writeCsv, writeEmptyTemplate } from '../../../server/src/modules/integrations/csv/write-csv.ts';

const parts = template({
  name: 'parts',
  en: 'Parts',
  zh: '零件',
  key: ['order', 'part'],
  document: ['order'],
  columns: {
    order: required(text(['order', '订单'])),
    part: required(text(['part', '零件'], 20)),
    amount: required(decimalFrom(['amount', '数量'])),
    is_urgent: yesNo(['urgent', '加急'], false),
  },
});

const read = (source: string) => {
  const issues = new Issues();
  const batch = typedRows(parts, source, issues);
  return {
    rows: goodRows(batch),
    issues: issues.all.map(({ line, field, error }) => [line, field, error.code]),
    all: issues.all,
  };
};

describe('a CSV file', () => {
  it('is read with any delimiter, line end, order and case of its columns', () => {
    const { rows, issues } = read('Part;AMOUNT;order\r\nP1;2.50;A\r\n\r\nP2;3;A\r\n');
    expect(issues).toEqual([]);
    expect(rows.map(({ part, amount, is_urgent }) => [part, amount, is_urgent])).toEqual([
      ['P1', '2.5', false],
      ['P2', '3', false],
    ]);
  });

  it('names every bad cell by line and column, also below quoted line breaks', () => {
    const { issues } = read('order,part,amount,is_urgent\nA,"two\nlines",1,yes\nB,P2,many,perhaps\nC,,1,\n');
    expect(issues).toEqual([
      [4, 'amount', 'CELL_INVALID'],
      [4, 'is_urgent', 'CELL_INVALID'],
      [5, 'part', 'CELL_MISSING'],
    ]);
  });

  it('keeps the whole document of a broken row out, and no other', () => {
    const { rows } = read('order,part,amount\nA,P1,1\nA,P2,-1\nB,P1,1\n');
    expect(rows.map(({ order }) => order)).toEqual(['B']);
  });

  it('refuses a key that was there before, an unclosed quote and too many cells', () => {
    const { issues } = read('order,part,amount\nA,P1,1\nA,P1,2\nB,P1,1,no,5\nC,"P1,1\n');
    expect(issues.map(([line, , code]) => [line, code])).toEqual([
      [3, 'ROW_REPEATED'],
      [4, 'ROW_MALFORMED'],
      [5, 'ROW_MALFORMED'],
      [5, 'CELL_MISSING'],
    ]);
  });

  it('is not read at all without a required column; an unknown one is left out with a warning', () => {
    expect(read('order,part\nA,P1\n')).toMatchObject({ rows: [], issues: [[1, 'amount', 'COLUMN_MISSING']] });
    expect(read('')).toMatchObject({
      rows: [],
      issues: [
        [1, 'order', 'COLUMN_MISSING'],
        [1, 'part', 'COLUMN_MISSING'],
        [1, 'amount', 'COLUMN_MISSING'],
      ],
    });
    const { all, rows } = read('order,part,amount,colour\nA,P1,1,red\n');
    expect(all.map(({ severity, field }) => [severity, field])).toEqual([['WARNING', 'colour']]);
    expect(rows).toHaveLength(1);
  });

  it('says what is wrong in Chinese too', () => {
    expect(read('order,part,amount\nA,P1,many\n').all[0]?.error.messageIn('zh-CN')).toBe(
      '“many”不是十进制数（如 12.5，最多六位小数）',
    );
  });

  it('is decoded from UTF-8 with a mark, UTF-16 and GB 18030', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('轴承', 'utf16le')]);
    expect(decode('a.csv', new TextEncoder().encode('\uFEFF轴承'))).toBe('轴承');
    expect(decode('a.csv', utf16)).toBe('轴承');
    expect(decode('a.csv', new Uint8Array([0xd6, 0xe1, 0xb3, 0xd0]))).toBe('轴承');
    expect(() => decode('a.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toThrow('is not a CSV text');
  });
});

describe('a written file', () => {
  it('has no cell that a spreadsheet would run', () => {
    const source = writeCsv(parts, [{ order: '=1+1', part: '@SUM(A1)', amount: '-1', is_urgent: true }]);
    expect(source).toBe(`\uFEFForder,part,amount,is_urgent\r\n'=1+1,'@SUM(A1),-1,yes\r\n`);
  });

  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(
        fc.string().map((value) => value.trim()),
        (value) => readable(harmless(value)) === value,
      ),
      { examples: [["'=1"], ["'"], ['-5'], ["''+x"], ["'quoted'"]] },
    );
  });

  it('gives every row back as it was', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9=+@'"轴,;-]{1,20}$/);
    fc.assert(
      fc.property(fc.uniqueArray(cell, { minLength: 1, maxLength: 20 }), (names) => {
        const rows = names.map((name, n) => ({
          order: name,
          part: name,
          amount: String(n),
          is_urgent: n % 2 === 0,
        }));
        const back = read(writeCsv(parts, rows)).rows;
        expect(back.map(({ order, part, amount, is_urgent }) => ({ order, part, amount, is_urgent }))).toEqual(rows);
      }),
      { examples: [[[';,;', '=']]] },
    );
  });

  it('is, when empty, a template whose remarks are no rows', () => {
    expect(writeEmptyTemplate(parts)).toContain('# amount (decimal, required): amount / 数量');
    expect(read(`${writeEmptyTemplate(parts)}A,P1,1,no\r\n`)).toMatchObject({
      issues: [],
      rows: [{ order: 'A' }],
    });
  });
});

it('has every column of every file in the documentation', async () => {
  await expect(columnsPage()).toMatchFileSnapshot('../../../docs/import-columns.md');
});
