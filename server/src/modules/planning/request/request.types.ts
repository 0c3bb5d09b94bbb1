import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import type { RequestState } from './request.state.ts';

export const RequestKindEnum = { EXPEDITE: 'EXPEDITE', DEFER: 'DEFER', CANCEL: 'CANCEL' } as const;
registerEnumType(RequestKindEnum, { name: 'SupplierRequestKind', description: 'Earlier, later, or not at all.' });
export const RequestStateEnum = {
  OPEN: 'OPEN',
  COMMITTED: 'COMMITTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
registerEnumType(RequestStateEnum, { name: 'SupplierRequestState' });

@For(SUPPLY_SIDE)
@ObjectType('SupplierRequest', {
  implements: Node,
  description: 'What we ask of a supplier for goods on order, and what he promises instead.',
})
export class RequestType extends Node {
  @Field(() => RequestKindEnum)
  kind!: keyof typeof RequestKindEnum;
  @Field(() => RequestStateEnum)
  state!: RequestState;
  @For(STAFF)
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => ID)
  orderId!: string;
  @Field(() => String)
  orderNumber!: string;
  @Field(() => DateScalar, { description: 'The day it was due when we asked.' })
  currentOn!: string;
  @Field(() => DateScalar)
  wantedOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day the supplier promised.' })
  committedOn!: string | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => String)
  note!: string;
  @Field(() => String)
  answerNote!: string;
  @Field(() => DateTimeScalar)
  askedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const RequestConnection = connectionOf(RequestType, 'SupplierRequest', SUPPLY_SIDE);
