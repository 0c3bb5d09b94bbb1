import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EVERYBODY, For } from '../../../platform/graphql/audience.ts';
import type { FactorKind } from './entry.service.ts';

export const FactorKindEnum = { CODE: 'CODE', RECOVERY_CODE: 'RECOVERY_CODE', PASSKEY: 'PASSKEY' } as const satisfies {
  [K in FactorKind]: K;
};
registerEnumType(FactorKindEnum, { name: 'FactorKind', description: 'By what a person can prove that it is he.' });

@For(EVERYBODY)
@ObjectType({ description: 'What an authenticator app has to scan.' })
export class Enrolment {
  @Field(() => String, { description: 'Base 32, to type in where nothing can be scanned.' })
  secret!: string;
  @Field(() => String, { description: '`otpauth://`, to show as a QR code.' })
  uri!: string;
}

@For(EVERYBODY)
@ObjectType('SecondStep', { description: 'What is still asked of somebody who knows his password.' })
export class SecondStepType {
  @Field(() => String, { description: 'Goes with the answer; good for ten minutes.' })
  ticket!: string;
  @Field(() => [FactorKindEnum])
  methods!: FactorKind[];
  @Field(() => Enrolment, {
    nullable: true,
    description: 'Set for somebody who has no second factor and needs one: he sets up an app now.',
  })
  enrolment!: Enrolment | null;
}
