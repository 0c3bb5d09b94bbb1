import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { RoutingType } from './routing.types.ts';

@InputType()
export class OperationInput {
  @Field(() => Int)
  operationNo!: number;
  @Field(() => ID)
  workCentreId!: string;
  @Field(() => String, { defaultValue: '' })
  name!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Per order.' })
  setupHours?: Decimal | null;
  @Field(() => DecimalScalar, { description: 'Per stock unit that is made.' })
  runHours!: Decimal;
}

@InputType({ description: 'A routing with all of its operations. With an id it takes the place of that routing.' })
export class RoutingSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change a routing.' })
  expectedVersion?: number | null;
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: it holds at every site.' })
  siteId?: string | null;
  @Field(() => String, { defaultValue: '1' })
  revision!: string;
  @Field(() => Int, { defaultValue: 1 })
  alternate!: number;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => [OperationInput])
  operations!: OperationInput[];
}

@InputType()
export class RoutingRemoveInput {
  @Field(() => ID)
  routingId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@For(STAFF)
@ObjectType()
export class RoutingPayload extends Payload {
  @Field(() => RoutingType, { nullable: true })
  routing!: RoutingType | null;
}
