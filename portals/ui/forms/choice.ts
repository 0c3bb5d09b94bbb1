export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second word to tell likes apart: a number, a site. */
  readonly detail?: string;
}
