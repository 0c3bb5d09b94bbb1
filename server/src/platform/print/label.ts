/** A sticker of A6 for one parcel, without a word about how it looks; every text is in its language already. */
export interface Label {
  readonly fromTitle: string;
  readonly from: readonly string[];
  readonly toTitle: string;
  /** Who gets it: name first, then the lines of the address. */
  readonly to: readonly string[];
  /** `2 / 3`: which parcel it is. */
  readonly place: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** What a reader of QR codes reads, and what stands below it for people. */
  readonly code: string;
}

/** Labels that are printed together, one to a page. */
export interface LabelSheet {
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly labels: readonly Label[];
}
