import type { Label, LabelSheet } from './label.ts';
import type { Definition } from './paper-layout.ts';

type Content = Readonly<Record<string, unknown>>;

// Black alone: label printers burn it in, and know no grey.
const INK = '#000000';
const MARGIN = 16;
const CODE_POINTS = 92;
const WIDTH = 297.64 - 2 * MARGIN;

/** How labels look: A6, the address large, below it what carriers ask for and the code. */
export const layOutLabels = ({ language, title, labels }: LabelSheet): Definition => ({
  pageSize: 'A6',
  pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
  info: { title },
  language,
  defaultStyle: { font: 'Sans', fontSize: 8, color: INK, lineHeight: 1.15 },
  content: labels.map((label, at): Content => ({
    stack: [senderOf(label), rule(), receiverOf(label), rule(), footOf(label)],
    ...(at === 0 ? {} : { pageBreak: 'before' }),
  })),
});

// Made anew each time: the printer writes into what it is given where it stands.
const rule = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 1, lineColor: INK }],
  margin: [0, 6, 0, 6],
});

const senderOf = ({ fromTitle, from, place }: Label): Content => ({
  columns: [
    {
      stack: [{ text: fromTitle, fontSize: 7 }, { text: from[0] ?? '', bold: true }, { text: rest(from) }],
      width: '*',
    },
    { text: place, bold: true, fontSize: 20, alignment: 'right', width: 'auto', noWrap: true },
  ],
  columnGap: 8,
});

const receiverOf = ({ toTitle, to }: Label): Content => ({
  stack: [
    { text: toTitle, fontSize: 7 },
    { text: to[0] ?? '', bold: true, fontSize: 15 },
    { text: rest(to), fontSize: 13 },
  ],
});

const footOf = ({ facts, code }: Label): Content => ({
  columns: [
    { stack: facts.map(([label, text]) => ({ text: [`${label} `, { text, bold: true }] })), width: '*' },
    {
      stack: [
        { qr: code, fit: CODE_POINTS, eccLevel: 'M', alignment: 'right' },
        { text: code, fontSize: 7, alignment: 'right', margin: [0, 2, 0, 0] },
      ],
      width: 110,
    },
  ],
  columnGap: 8,
});

const rest = (lines: readonly string[]): string => lines.slice(1).join('\n');
