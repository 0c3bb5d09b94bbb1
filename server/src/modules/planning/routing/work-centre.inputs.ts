import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { WorkCentreType } from './work-centre.types.ts';

@InputType({ description: 'With an id it takes the place of that work centre.' })
export class WorkCentreSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change one.' })
  expectedVersion?: number | null;
  @Field(() => ID)
  siteId!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => ID, { nullable: true, description: "Null: the site's." })
  calendarId?: string | null;
  @Field(() => DecimalScalar)
  hoursPerDay!: Decimal;
  @Field(() => DecimalScalar)
  efficiency!: Decimal;
  @Field(() => DecimalScalar, { nullable: true })
  costPerHour?: Decimal | null;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
}

@For(STAFF)
@ObjectType()
export class WorkCentrePayload extends Payload {
  @Field(() => WorkCentreType, { nullable: true })
  workCentre!: WorkCentreType | null;
}
