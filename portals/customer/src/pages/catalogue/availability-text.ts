import type { ExplainLine } from '#ui/figures/ExplainPopover.vue';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal } from '#ui/i18n/format.ts';
import type { Entry } from './catalogue.documents.ts';

type Availability = NonNullable<Entry['availability']>;
type Step = Availability['steps'][number];
type Word = 'available' | 'availableQuantity' | 'atLeast' | 'later' | 'laterQuantity' | 'laterAtLeast' | 'none' | 'now';

const amount = ({ quantity }: Step): string => (quantity ? `${formatDecimal(quantity.value)} ${quantity.unit}` : '');

function stepText(step: Step, t: Translate<Word>): string {
  const quantity = amount(step);
  if (step.on === null) {
    if (!quantity) return t('available');
    return t(step.isAtLeast ? 'atLeast' : 'availableQuantity', { quantity });
  }
  const date = formatDate(step.on);
  if (!quantity) return t('later', { date });
  return t(step.isAtLeast ? 'laterAtLeast' : 'laterQuantity', { quantity, date });
}

/** What can be had first: as exactly as it is shared. */
export function firstText(entry: Entry, t: Translate<Word>): string {
  const first = entry.availability?.steps.find((step) => !step.quantity || Number(step.quantity.value) > 0);
  return first ? stepText(first, t) : t('none');
}

/** Every day on which more can be promised, with how much in all by then. */
export function stepLines(entry: Entry, t: Translate<Word>): ExplainLine[] {
  return (entry.availability?.steps ?? []).map((step) => ({
    label: step.on ? formatDate(step.on) : t('now'),
    value: amount(step) || t('available'),
  }));
}
