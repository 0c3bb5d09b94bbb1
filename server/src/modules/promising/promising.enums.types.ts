import { registerEnumType } from 'type-graphql';
import { NOTICE_STATES, PROMISE_ANSWERS } from './notice/promise-notice.state.ts';
import { PROMISE_CAUSES } from './pegging/cause.calc.ts';
import { SOURCE_KINDS } from './pegging/source-kind.calc.ts';

/** An enum whose values are their own names, as GraphQL shows them. */
const named = <const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };

export const PegSourceEnum = named(SOURCE_KINDS);
registerEnumType(PegSourceEnum, {
  name: 'PegSource',
  description: 'STOCK: here. ORDER: ordered. NOTICE: on its way. PRODUCTION: being made.',
});
export const PromiseChangeCauseEnum = named(PROMISE_CAUSES);
registerEnumType(PromiseChangeCauseEnum, { name: 'PromiseChangeCause' });
export const PromiseNoticeStateEnum = named(NOTICE_STATES);
registerEnumType(PromiseNoticeStateEnum, {
  name: 'PromiseNoticeState',
  description: 'OPEN: waits for the customer. ENDED: the promise holds again, or nothing is open any more.',
});
export const PromiseAnswerEnum = named(PROMISE_ANSWERS);
registerEnumType(PromiseAnswerEnum, {
  name: 'PromiseAnswer',
  description:
    'WAIT: the new day is the promise. SPLIT: what is on time comes on its day, the rest on its own. SUBSTITUTE: another item in place of what is late. CANCEL: what is late is not wanted any more.',
});
