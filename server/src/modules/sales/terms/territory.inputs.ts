import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { TerritoryType } from './territory.types.ts';

@ArgsType()
export class TerritoriesArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
}

@InputType({ description: 'Without an id it makes one.' })
export class TerritorySaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true, description: 'Two letters (ISO 3166).' })
  country?: string | null;
  @Field(() => String, { defaultValue: '' })
  area!: string;
}

@For(STAFF)
@ObjectType()
export class TerritoryPayload extends Payload {
  @Field(() => TerritoryType, { nullable: true })
  territory!: TerritoryType | null;
}
