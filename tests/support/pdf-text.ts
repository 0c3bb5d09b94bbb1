import { inflateSync } from 'node:zlib';

type Signs = ReadonlyMap<string, string>;

/** Every object of a PDF by its number: its dictionary, and its stream as text where it has one. */
function objectsOf(pdf: Buffer): Map<string, { dictionary: string; stream: string }> {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)];
  return new Map(
    found.map(([, id = '', body = '']) => {
      const [dictionary = '', ...rest] = body.split(/\bstream\r?\n/);
      const bytes = Buffer.from(rest.join('stream\n').replace(/\nendstream$/, ''), 'latin1');
      const isPacked = dictionary.includes('/FlateDecode');
      return [id, { dictionary, stream: rest.length > 0 && isPacked ? inflateSync(bytes).toString('latin1') : '' }];
    }),
  );
}

const hex = (code: string): string =>
  (code.match(/\w{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

/** What each glyph of a font stands for, by its table of Unicode signs. */
function signsOf(table: string): Signs {
  const signs = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    const codes = [...list.matchAll(/<([\w ]+)>/g)];
    codes.forEach(([, code = ''], at) => {
      signs.set((parseInt(first, 16) + at).toString(16).padStart(4, '0'), hex(code));
    });
  }
  return signs;
}

type Objects = ReturnType<typeof objectsOf>;

/** The signs of each font, by the name under which pages use it. */
function fontsOf(objects: Objects): Map<string, Signs> {
  const tableOf = (font: string): string => {
    const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1];
    return objects.get(id ?? '')?.stream ?? '';
  };
  const named = [...objects.values()].flatMap(({ dictionary }) => [...dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(named.map(([, name = '', id = '']) => [name, signsOf(tableOf(id))]));
}

/** The words of a PDF that our printer made, page after page, each run of text as it is drawn. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const pages = [...objects.values()].filter(({ stream }) => / Tf\n/.test(stream));
  return pages.map(({ stream }) => drawn(stream, fonts)).join('\n');
}

function drawn(stream: string, fonts: ReadonlyMap<string, Signs>): string {
  let signs: Signs = new Map();
  const runs: string[] = [];
  for (const line of stream.split('\n')) {
    const font = /\/(F\d+) \S+ Tf/.exec(line)?.[1];
    if (font) signs = fonts.get(font) ?? new Map();
    if (!/TJ$/.test(line)) continue;
    const codes = [...line.matchAll(/<(\w+)>/g)].flatMap(([, run = '']) => run.match(/.{4}/g) ?? []);
    runs.push(codes.map((code) => signs.get(code.toLowerCase()) ?? '?').join(''));
  }
  return runs.join('');
}
