import { Field, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { AgreementType } from '../agreement/agreement.types.ts';
import { VmiLineType } from '../line/vmi-line.types.ts';
import { AlertTypeEnum, SeverityEnum } from '../vmi.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiAlert', {
  implements: Node,
  description: 'Something that asks for attention. It ends by itself when its cause ends.',
})
export class AlertType extends Node {
  @Field(() => AlertTypeEnum)
  type!: keyof typeof AlertTypeEnum;
  @Field(() => SeverityEnum)
  severity!: keyof typeof SeverityEnum;
  @Field(() => String, { description: "In the reader's language." })
  message!: string;
  @Field(() => DateTimeScalar)
  openedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: string | null;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => AgreementType, { nullable: true })
  agreement!: AgreementType | null;
  @Field(() => VmiLineType, { nullable: true, description: 'Null when it is about the whole agreement.' })
  line!: VmiLineType | null;
}

extendType(VmiLineType, { alerts: [() => [AlertType], { description: 'Those that have not ended.' }] });

export const AlertConnection = connectionOf(AlertType, 'VmiAlert', SUPPLY_SIDE);
