import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { type Ref, type ShallowRef, ref, shallowRef } from 'vue';
import { IdempotencyKeys } from '../graphql/idempotency.ts';
import { type Problems, type UserError, noProblems } from './problems.ts';

interface Payload {
  readonly userErrors: readonly UserError[];
}

export interface Act<Variables, Result> {
  /**
   * Sends the act. Gives the payload when it was done, null when it was refused or failed: `problems` then says why.
   * Acts that take an idempotency key pass a function of it; trying again after a lost connection then does nothing twice.
   */
  readonly run: (variables: Variables | ((idempotencyKey: string) => Variables)) => Promise<Result | null>;
  readonly isBusy: Readonly<Ref<boolean>>;
  readonly problems: Readonly<ShallowRef<Problems>>;
  readonly reset: () => void;
}

/** A business act: one mutation, whose payload carries `userErrors`. A second call while one is under way is ignored. */
export function useAct<Data, Variables extends AnyVariables, Result extends Payload>(
  document: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => Result,
): Act<Variables, Result> {
  const { client } = useClientHandle();
  const isBusy = ref(false);
  const problems = shallowRef<Problems>(noProblems);
  const keys = new IdempotencyKeys();

  const settle = (payload: Result | null, failure: CombinedError | null): Result | null => {
    // Without an answer the act may have been done: a repeat keeps its key.
    if (!failure?.networkError) keys.answered();
    problems.value = { userErrors: payload?.userErrors ?? [], failure };
    return failure || problems.value.userErrors.length > 0 ? null : payload;
  };
  const run: Act<Variables, Result>['run'] = async (given) => {
    if (isBusy.value) return null;
    isBusy.value = true;
    const variables = typeof given === 'function' ? given(keys.keyFor(given(''))) : given;
    const { data, error } = await client.mutation(document, variables).toPromise();
    isBusy.value = false;
    return settle(data ? payloadOf(data) : null, error ?? null);
  };
  const reset = (): void => {
    problems.value = noProblems;
  };
  return { run, isBusy, problems, reset };
}
