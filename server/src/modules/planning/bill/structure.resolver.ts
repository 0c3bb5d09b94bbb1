import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { explosionOf, usesOf, type StructureQuestion } from './structure.reads.ts';
import { StructureType } from './structure.types.ts';

@ArgsType()
class StructureArgs {
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'One when not given.' })
  quantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true, description: 'Today when not given.' })
  on?: string | null;
}

/** Answers from what bills say together: down and up, over all levels. */
@Resolver()
export class StructureResolver {
  @For(STAFF)
  @Query(() => StructureType, {
    nullable: true,
    description: 'What an item is made of, level by level, without scrap.',
  })
  async itemExplosion(@Args(() => StructureArgs) args: StructureArgs, @Ctx() context: Context) {
    const question = questionOf(context, args);
    return question && explosionOf(await context.work(), question);
  }

  @For(STAFF)
  @Query(() => StructureType, { nullable: true, description: 'In what an item is used, level by level.' })
  async itemWhereUsed(@Args(() => StructureArgs) args: StructureArgs, @Ctx() context: Context) {
    const question = questionOf(context, args);
    return question && usesOf(await context.work(), question);
  }
}

function questionOf(context: Context, { itemId, siteId, quantity, on }: StructureArgs): StructureQuestion | null {
  const key = localIdOrNull(itemShape, itemId);
  if (!key) return null;
  return {
    itemId: key,
    siteId: wantedKey(siteShape, siteId),
    quantity: String(quantity ?? 1),
    on: on ?? null,
    now: context.clock.now(),
  };
}
