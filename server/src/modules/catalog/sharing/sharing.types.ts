import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DEMAND_SIDE, For, SIGNED_IN, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import type { Availability } from './sharing-policy.entity.ts';

export const AvailabilityShown = {
  EXACT: 'EXACT',
  BUCKETED: 'BUCKETED',
  DATES_ONLY: 'DATES_ONLY',
} as const satisfies { [A in Availability]: A };
registerEnumType(AvailabilityShown, {
  name: 'AvailabilityShown',
  description: 'How exactly a customer knows what is available: the amount, a rough class, or only from when.',
});

@For(SIGNED_IN)
@ObjectType('SharingPolicy', {
  implements: Node,
  description: 'Which of our figures a supplier or customer sees.',
})
export class SharingPolicyType extends Node {
  @For(SUPPLY_SIDE)
  @Field(() => Boolean, { description: 'The prices kept with its terms. What an order says is always seen.' })
  showsPrices!: boolean;
  @For(SUPPLY_SIDE)
  @Field(() => Boolean, { description: 'Usage, demand, and what follows from them.' })
  showsDemand!: boolean;
  @For(SUPPLY_SIDE)
  @Field(() => Boolean, { description: 'How much the other suppliers of an item have on the way.' })
  showsOtherSupply!: boolean;
  @For(SUPPLY_SIDE)
  @Field(() => Boolean, { description: 'The lots of our stock that is shared with it.' })
  showsLots!: boolean;
  @For(DEMAND_SIDE)
  @Field(() => AvailabilityShown)
  availability!: Availability;
  @For(STAFF)
  @Field(() => Int)
  version!: number;
}

extendType(OrganisationType, {
  sharing: [() => SharingPolicyType, { nullable: true, description: 'Which of our figures it sees; we see all.' }],
});
