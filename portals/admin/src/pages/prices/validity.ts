import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate } from '#ui/i18n/format.ts';

interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** From when to when something holds, as words. */
export function validityText(
  { validFrom, validTo }: Validity,
  t: Translate<'always' | 'since' | 'until' | 'between'>,
): string {
  const from = validFrom ? formatDate(validFrom) : '';
  const to = validTo ? formatDate(validTo) : '';
  if (from && to) return t('between', { from, to });
  if (from) return t('since', { from });
  return to ? t('until', { to }) : t('always');
}
