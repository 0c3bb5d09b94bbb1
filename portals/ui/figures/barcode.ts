import { code128, datamatrix, drawingSVG, ean13, gs1_128, qrcode } from 'bwip-js/browser';

export type BarcodeKind = 'gs1-128' | 'code128' | 'ean13' | 'datamatrix' | 'qrcode';

const encoders = { 'gs1-128': gs1_128, code128, ean13, datamatrix, qrcode };
const isSquare = (kind: BarcodeKind): boolean => kind === 'datamatrix' || kind === 'qrcode';
const BAR_HEIGHT_MILLIMETRES = 14;

/** The barcode as an SVG element, or null when the text does not fit the kind (a wrong check digit, a letter in an EAN). */
export function barcodeSvg(kind: BarcodeKind, text: string): SVGElement | null {
  const shape = isSquare(kind)
    ? {}
    : { height: BAR_HEIGHT_MILLIMETRES, includetext: true, textxalign: 'center' as const };
  try {
    const markup = encoders[kind]({ bcid: kind, text, scale: 2, ...shape }, drawingSVG());
    const svg = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    if (!(svg instanceof SVGSVGElement)) return null;
    const { width, height } = svg.viewBox.baseVal;
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    return svg;
  } catch {
    return null;
  }
}
