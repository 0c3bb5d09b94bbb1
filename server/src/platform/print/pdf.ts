import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LabelSheet } from './label.ts';
import { layOutLabels } from './label-layout.ts';
import { layOut, type Definition } from './paper-layout.ts';
import type { Paper } from './paper.ts';

/** What we ask of pdfmake; its own types would bring those of browsers in. */
interface PdfMake {
  setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
}

const load = createRequire(import.meta.url);

// One font for both languages: it has Latin and Chinese. Of it, a PDF carries only the signs that it shows.
const fonts = join(dirname(load.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const normal = join(fonts, 'NotoSansHans-Regular.otf');
const bold = join(fonts, 'NotoSansHans-Bold.otf');

let pdfMake: PdfMake | undefined;
/** Few processes print anything; who does loads it once. */
function printer(): PdfMake {
  if (pdfMake) return pdfMake;
  pdfMake = load('pdfmake') as PdfMake;
  pdfMake.setFonts({ Sans: { normal, bold } });
  // A paper is text: whatever a name or a note says, nothing is fetched and no other file is read.
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => path === normal || path === bold);
  return pdfMake;
}

/** A paper as a PDF: some tens of kilobytes, and some tenths of a second of work. */
export const printPdf = (paper: Paper): Promise<Buffer> => print(layOut(paper));

/** Labels as a PDF, one to a page. */
export const printLabels = (sheet: LabelSheet): Promise<Buffer> => print(layOutLabels(sheet));

const print = (definition: Definition): Promise<Buffer> => printer().createPdf(definition).getBuffer();
