import { type AnyVariables, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { type Ref, type ShallowRef, ref, shallowRef } from 'vue';
import { type Problems, type UserError, noProblems } from './problems.ts';

interface Payload {
  readonly userErrors: readonly UserError[];
}

export interface Act<Variables, Result> {
  /** Sends the act. Gives the payload when it was done, null when it was refused or failed: `problems` then says why. */
  readonly run: (variables: Variables) => Promise<Result | null>;
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
  return {
    isBusy,
    problems,
    reset: () => {
      problems.value = noProblems;
    },
    async run(variables) {
      if (isBusy.value) return null;
      isBusy.value = true;
      const { data, error } = await client.mutation(document, variables).toPromise();
      isBusy.value = false;
      const payload = data ? payloadOf(data) : null;
      problems.value = { userErrors: payload?.userErrors ?? [], failure: error ?? null };
      return payload && !error && payload.userErrors.length === 0 ? payload : null;
    },
  };
}
