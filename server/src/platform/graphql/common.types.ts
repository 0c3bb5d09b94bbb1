import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DecimalScalar } from './scalars.ts';
import { EVERYBODY, For } from './audience.ts';

/** Anything with an id of its own; `node(id)` finds it again. */
@For(EVERYBODY)
@InterfaceType()
export abstract class Node {
  @Field(() => ID)
  id!: string;
}

@For(EVERYBODY)
@ObjectType('Quantity', { description: 'An amount in a unit of measure.' })
export class QuantityType {
  @Field(() => DecimalScalar)
  value!: string;
  @Field(() => String)
  unit!: string;
}

@For(EVERYBODY)
@ObjectType('Money', { description: 'An amount of money in a currency (ISO 4217).' })
export class MoneyType {
  @Field(() => DecimalScalar)
  amount!: string;
  @Field(() => String)
  currency!: string;
}

@For(EVERYBODY)
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor!: string | null;
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** An expected refusal: nothing was done, and `path` names the input field it is about. */
@For(EVERYBODY)
@InterfaceType()
export abstract class UserError {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  message!: string;
  @Field(() => [String])
  path!: string[];
}

@For(EVERYBODY)
@ObjectType({ implements: UserError, description: 'A refusal that carries no more than its sentence.' })
export class Refusal extends UserError {}

/** What every mutation answers with, beside the object it changed. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError])
  userErrors!: UserError[];
}
