import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { PurchaseOrderType } from '../../purchasing/order/purchase-order.types.ts';
import { AgreementStateEnum, SideEnum } from '../vmi.enums.types.ts';
import type { AgreementState, Side } from './agreement.state.ts';
import { AgreementVersionType } from './agreement-version.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiAgreement', {
  implements: Node,
  description: 'The terms on which a supplier keeps our stock at one site.',
})
export class AgreementType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => AgreementStateEnum)
  state!: AgreementState;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => OrganisationType, { nullable: true, description: 'Whose property the stock is.' })
  owner!: OrganisationType | null;
  @Field(() => SideEnum)
  draftedBy!: Side;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null when it has none.' })
  validTo!: string | null;
  @Field(() => AgreementVersionType, { nullable: true, description: 'The terms in force.' })
  currentVersion!: AgreementVersionType | null;
  @Field(() => AgreementVersionType, {
    nullable: true,
    description: 'Terms that are drafted, or proposed and waiting for the other side.',
  })
  waitingVersion!: AgreementVersionType | null;
  @Field(() => [AgreementVersionType], { description: 'Newest first; old terms stay readable.' })
  versions!: AgreementVersionType[];
  @Field(() => Int, { description: 'Its lines are read with vmiLines(agreementId:).' })
  lineCount!: number;
  @Field(() => PurchaseOrderType, {
    nullable: true,
    description: 'PLANNED_SHIPMENT: the order that shipments are planned on.',
  })
  standingOrder!: PurchaseOrderType | null;
  @Field(() => String)
  endedReason!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const AgreementConnection = connectionOf(AgreementType, 'VmiAgreement', SUPPLY_SIDE);
