import type { Fact, Paper, PaperCell, PaperColumn, PaperTable } from './paper.ts';

/** A node of a document, as pdfmake reads it. */
type Content = Readonly<Record<string, unknown>>;
type TableCell = Content;
/** A whole document, as pdfmake reads it. */
export type Definition = Content;

const INK = '#1c2430';
const QUIET = '#5b6573';
const RULE = '#c9d0d8';
const SHADE = '#eef1f4';

/** How papers look: A4, the sender above, who and what beside each other, tables that repeat their head on each page. */
export function layOut(paper: Paper): Definition {
  const [sender = '', ...address] = paper.from;
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 56],
    info: { title: `${paper.title} ${paper.number}`.trim(), author: sender },
    language: paper.language,
    defaultStyle: { font: 'Sans', fontSize: 9, color: INK, lineHeight: 1.2 },
    content: [
      headOf(paper, sender, address),
      partiesOf(paper),
      ...paper.tables.flatMap(tableOf),
      ...(paper.sums.length > 0 ? [sumsOf(paper.sums)] : []),
      ...paper.notes.map((text): Content => ({ text, color: QUIET, margin: [0, 10, 0, 0] })),
    ],
    footer: (page: number, pages: number): Content => ({
      columns: [
        { text: `${sender} · ${paper.title} ${paper.number}`.trim(), width: '*' },
        { text: paper.page(page, pages), alignment: 'right', width: 'auto' },
      ],
      fontSize: 8,
      color: QUIET,
      margin: [48, 20, 48, 0],
    }),
  };
}

const headOf = ({ title, number }: Paper, sender: string, address: readonly string[]): Content => ({
  columns: [
    {
      stack: [
        { text: sender, bold: true, fontSize: 12 },
        { text: address.join('\n'), color: QUIET, fontSize: 8 },
      ],
      width: '*',
    },
    {
      stack: [
        { text: title, bold: true, fontSize: 16 },
        { text: number, fontSize: 11 },
      ],
      alignment: 'right',
      width: '*',
    },
  ],
  margin: [0, 0, 0, 24],
});

const partiesOf = ({ toTitle, to, facts }: Paper): Content => ({
  columns: [
    {
      stack: [
        { text: toTitle, color: QUIET, fontSize: 8 },
        { text: to[0] ?? '', bold: true },
        { text: to.slice(1).join('\n') },
      ],
      width: '*',
    },
    { table: { widths: ['auto', '*'], body: facts.map(factRow) }, layout: 'noBorders', width: 230 },
  ],
  columnGap: 16,
  margin: [0, 0, 0, 16],
});

const factRow = ([label, text]: Fact): TableCell[] => [{ text: label, color: QUIET }, { text }];

function tableOf({ title, columns, rows, empty }: PaperTable): Content[] {
  const head = columns.map((column): TableCell => ({
    text: column.title,
    bold: true,
    fillColor: SHADE,
    ...alignment(column),
  }));
  const none: TableCell[] = [{ text: empty ?? '–', color: QUIET, colSpan: columns.length }];
  const body = rows.length > 0 ? rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]))) : [none];
  return [
    ...(title === undefined ? [] : [{ text: title, bold: true, fontSize: 10, margin: [0, 10, 0, 4] }]),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: columns.map(({ width }) => width ?? 'auto'),
        body: [head, ...body],
      },
      layout: {
        hLineWidth: (line: number) => (line > 1 ? 0.5 : 0),
        vLineWidth: () => 0,
        hLineColor: () => RULE,
        paddingTop: () => 4,
        paddingBottom: () => 3,
      },
      margin: [0, 0, 0, 6],
    },
  ];
}

const alignment = (column: PaperColumn | undefined) => ({
  alignment: column?.isNumber ? ('right' as const) : ('left' as const),
  noWrap: column?.isNumber ?? false,
});

const cellOf = (cell: PaperCell, column: PaperColumn | undefined): TableCell =>
  typeof cell === 'string'
    ? { text: cell, ...alignment(column) }
    : { stack: [{ text: cell.text }, ...(cell.below ? [{ text: cell.below, color: QUIET, fontSize: 8 }] : [])] };

function sumsOf(sums: readonly Fact[]): Content {
  const body = sums.map(([label, text], at): TableCell[] => {
    const bold = at === sums.length - 1;
    return [
      { text: label, bold },
      { text, bold, alignment: 'right', noWrap: true },
    ];
  });
  const ruled = (line: number): number => (line === sums.length - 1 ? 0.75 : 0);
  return {
    columns: [
      { text: '', width: '*' },
      {
        table: { widths: ['*', 'auto'], body },
        layout: { hLineWidth: ruled, vLineWidth: () => 0, hLineColor: () => INK },
        width: 250,
      },
    ],
    unbreakable: true,
    margin: [0, 6, 0, 0],
  };
}
