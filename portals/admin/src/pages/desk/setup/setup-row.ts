/** A row of the set-up of the desk, whatever it is of. */
export interface SetupRow {
  readonly id: string;
  readonly code?: string;
  /** In use; of a person, at work. */
  readonly isActive: boolean;
}

/** What makes a repeated act harmless. */
export interface Keyed {
  readonly idempotencyKey: string;
}

interface Named {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
}

export interface NamesForm {
  code: string;
  nameEn: string;
  nameZh: string;
  isActive: boolean;
}

export const bothNames = (...names: readonly string[]): string => names.filter(Boolean).join(' · ');

/** The part of a form that everything with a name in both languages begins with. */
export const namesFormOf = (row: (Named & SetupRow) | null): NamesForm => ({
  code: row?.code ?? '',
  nameEn: row?.nameEn ?? '',
  nameZh: row?.nameZh ?? '',
  isActive: row?.isActive ?? true,
});
