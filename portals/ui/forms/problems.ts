import type { CombinedError } from '@urql/vue';
import {
  type ComputedRef,
  type InjectionKey,
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  toValue,
  type MaybeRefOrGetter,
} from 'vue';

/** An expected refusal, as every payload carries it: a stable code, words for the reader, and the input it is about. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export interface Problems {
  readonly userErrors: readonly UserError[];
  /** The act never got an answer, or the server failed. */
  readonly failure: CombinedError | null;
}

export const noProblems: Problems = { userErrors: [], failure: null };

interface FormContext {
  readonly problems: ComputedRef<Problems>;
  readonly fieldNames: Set<string>;
}

const formKey: InjectionKey<FormContext> = Symbol('form');

/** `['input', 'lines', '0', 'quantity']` names the field `lines.0.quantity`. */
export function fieldNameOf(error: UserError): string {
  const path = error.path[0] === 'input' ? error.path.slice(1) : error.path;
  return path.join('.');
}

/** Called by the form: its fields find their own errors; what belongs to no field is left for the form to show. */
export function provideProblems(source: MaybeRefOrGetter<Problems>): ComputedRef<readonly UserError[]> {
  const context: FormContext = {
    problems: computed(() => toValue(source)),
    fieldNames: shallowReactive(new Set()),
  };
  provide(formKey, context);
  return computed(() =>
    context.problems.value.userErrors.filter((error) => !context.fieldNames.has(fieldNameOf(error))),
  );
}

/** Called by a field: the message to show beside it, or null. */
export function useFieldError(name: () => string): ComputedRef<string | null> {
  const form = inject(formKey, null);
  if (!form) return computed(() => null);
  const own = name();
  form.fieldNames.add(own);
  onScopeDispose(() => form.fieldNames.delete(own));
  return computed(
    () =>
      form.problems.value.userErrors
        .filter((error) => fieldNameOf(error) === own)
        .map(({ message }) => message)
        .join(' ') || null,
  );
}
