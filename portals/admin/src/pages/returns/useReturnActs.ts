import { orNull } from '#ui/forms/entry.ts';
import { useAct } from '#ui/forms/useAct.ts';
import type { ReturnEntry } from './return-acts.ts';
import * as answers from './return-answers.documents.ts';
import * as goods from './return-goods.documents.ts';
import type { Return } from './return.documents.ts';

const step = ({ id, version }: Return, idempotencyKey: string) => ({
  idempotencyKey,
  returnId: id,
  expectedVersion: version,
});

function useAnswer(mutation: typeof answers.approveMutation) {
  const given = useAct(mutation, (data) => data.done);
  return {
    ...given,
    send: (of: Return, { answer }: ReturnEntry) => given.run((key) => ({ input: { ...step(of, key), answer } })),
  };
}

/** Every act on a return, each sent with what it needs of the entry. */
export function useReturnActs() {
  const send = useAct(goods.sendMutation, (data) => data.done);
  const receive = useAct(goods.receiveMutation, (data) => data.done);
  const inspect = useAct(goods.inspectMutation, (data) => data.done);
  const resolve = useAct(answers.resolveMutation, (data) => data.done);
  const close = useAct(answers.closeMutation, (data) => data.done);
  return {
    approve: useAnswer(answers.approveMutation),
    reject: useAnswer(answers.rejectMutation),
    close: { ...close, send: (of: Return) => close.run((key) => ({ input: step(of, key) })) },
    send: {
      ...send,
      send: (of: Return, { carrier, tracking }: ReturnEntry) =>
        send.run((key) => ({ input: { ...step(of, key), carrier, tracking } })),
    },
    receive: {
      ...receive,
      send: (of: Return, { lines }: ReturnEntry) =>
        receive.run((key) => ({
          input: {
            ...step(of, key),
            lines: lines.map(({ id, quantity, lot }) => ({
              returnLineId: id,
              quantity: orNull(quantity),
              lot: orNull(lot),
            })),
          },
        })),
    },
    inspect: {
      ...inspect,
      send: (of: Return, { lines }: ReturnEntry) =>
        inspect.run((key) => ({
          input: {
            ...step(of, key),
            lines: lines.map(({ id, outcome, note }) => ({ returnLineId: id, outcome, note: orNull(note) })),
          },
        })),
    },
    resolve: {
      ...resolve,
      send: (of: Return, { resolution, answer }: ReturnEntry) =>
        resolve.run((key) => ({ input: { ...step(of, key), resolution, answer } })),
    },
  };
}
