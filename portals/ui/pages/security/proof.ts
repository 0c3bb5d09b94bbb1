import type { AnyVariables, TypedDocumentNode } from '@urql/vue';
import { type InjectionKey, inject } from 'vue';
import type { UserError } from '../../forms/problems.ts';
import { type Act, useAct } from '../../forms/useAct.ts';

/** Asks the person to prove that it is still the same; false when that did not happen. */
export const proveKey: InjectionKey<() => Promise<boolean>> = Symbol('prove');

/** An act that may ask for a fresh proof first: then it is asked for, and the act is tried once more. */
export function useSensitiveAct<
  Data,
  Variables extends AnyVariables,
  Result extends { readonly userErrors: readonly UserError[] },
>(document: TypedDocumentNode<Data, Variables>, payloadOf: (data: Data) => Result): Act<Variables, Result> {
  const act = useAct(document, payloadOf);
  const prove = inject(proveKey);
  if (!prove) throw new Error('useSensitiveAct is called outside a ProofGate');
  const run: typeof act.run = async (variables) => {
    const done = await act.run(variables);
    const needsProof = act.problems.value.userErrors.some(({ code }) => code === 'CONFIRMATION_NEEDED');
    if (done || !needsProof) return done;
    act.reset();
    return (await prove()) ? act.run(variables) : null;
  };
  return { ...act, run };
}
