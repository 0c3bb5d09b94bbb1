import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum-of.ts';
import { NOTICE_STATES, PROMISE_ANSWERS } from './notice/promise-notice.state.ts';
import { PROMISE_CAUSES } from './pegging/cause.calc.ts';
import { SOURCE_KINDS } from './pegging/source-kind.calc.ts';

export const PegSourceEnum = enumOf(SOURCE_KINDS);
registerEnumType(PegSourceEnum, {
  name: 'PegSource',
  description: 'STOCK: here. ORDER: ordered. NOTICE: on its way. PRODUCTION: being made.',
});
export const PromiseChangeCauseEnum = enumOf(PROMISE_CAUSES);
registerEnumType(PromiseChangeCauseEnum, { name: 'PromiseChangeCause' });
export const PromiseNoticeStateEnum = enumOf(NOTICE_STATES);
registerEnumType(PromiseNoticeStateEnum, {
  name: 'PromiseNoticeState',
  description: 'OPEN: waits for the customer. ENDED: the promise holds again, or nothing is open any more.',
});
export const PromiseAnswerEnum = enumOf(PROMISE_ANSWERS);
registerEnumType(PromiseAnswerEnum, {
  name: 'PromiseAnswer',
  description:
    'WAIT: the new day is the promise. SPLIT: what is on time comes on its day, the rest on its own. SUBSTITUTE: another item in place of what is late. CANCEL: what is late is not wanted any more.',
});
