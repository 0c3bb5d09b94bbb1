import { type VariablesOf, type ResultOf } from '#ui/graphql/graphql.ts';
import type { draftMutation } from './agreement-acts.documents.ts';
import type { versionFields } from './agreements.documents.ts';

export type Version = ResultOf<typeof versionFields>;
export type TermsInput = NonNullable<VariablesOf<typeof draftMutation>['input']['terms']>;

/** The terms as the fields of a form hold them: whole numbers as text. */
export interface TermsForm {
  variant: Version['variant'] | null;
  limitsOwner: Version['limitsOwner'] | null;
  roundingPolicy: Version['roundingPolicy'] | null;
  quantityTolerance: string;
  dateToleranceDays: string;
  answerWithinHours: string;
  ageingDays: string;
  isReviewedFirst: boolean;
  sharesDemand: boolean;
}

/** What a first draft starts from. */
const usualTerms = {
  variant: 'REPLENISHMENT_ORDER',
  limitsOwner: 'COMPANY',
  roundingPolicy: 'UP',
  quantityTolerance: '0.05',
  dateToleranceDays: 1,
  answerWithinHours: 48,
  ageingDays: null,
  isReviewedFirst: false,
  sharesDemand: true,
} as const;

export function termsFormOf(version: Version | null): TermsForm {
  const from = version ?? usualTerms;
  return {
    variant: from.variant,
    limitsOwner: from.limitsOwner,
    roundingPolicy: from.roundingPolicy,
    quantityTolerance: from.quantityTolerance,
    dateToleranceDays: String(from.dateToleranceDays),
    answerWithinHours: String(from.answerWithinHours),
    ageingDays: from.ageingDays === null ? '' : String(from.ageingDays),
    isReviewedFirst: from.isReviewedFirst,
    sharesDemand: from.sharesDemand,
  };
}

/** What is left empty stays as it is. */
export function termsInputOf(form: TermsForm): TermsInput {
  const count = (text: string): number | null => (text === '' ? null : Number(text));
  return {
    variant: form.variant,
    limitsOwner: form.limitsOwner,
    roundingPolicy: form.roundingPolicy,
    quantityTolerance: form.quantityTolerance || null,
    dateToleranceDays: count(form.dateToleranceDays),
    answerWithinHours: count(form.answerWithinHours),
    ageingDays: count(form.ageingDays),
    isReviewedFirst: form.isReviewedFirst,
    sharesDemand: form.sharesDemand,
  };
}
