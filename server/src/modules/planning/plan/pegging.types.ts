import { Field, ID, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

@For(STAFF)
@ObjectType('MrpPegEnd', { description: 'A document that brings or asks for an item.' })
export class PegEndType {
  @Field(() => String, {
    description:
      'OnHand, PurchaseOrder, WorkOrder, ScheduledReceipt or PlannedOrder; Demand, Forecast, SalesOrder, WorkOrder, PlannedOrder, Scenario or SafetyStock.',
  })
  type!: string;
  @Field(() => ID, { description: 'Of the document; no key of the peg: the same order asks here and brings there.' })
  documentId!: string;
  @Field(() => String)
  label!: string;
  @Field(() => DateScalar)
  day!: string;
  @Field(() => DecimalScalar)
  quantity!: string;
  @Field(() => ID, { nullable: true, description: 'Of a planned order that asks: where its item is planned.' })
  planningItemId!: string | null;
}

@For(STAFF)
@ObjectType('MrpPeg', { description: 'How much of one supply serves one demand.' })
export class PegType {
  @Field(() => PegEndType)
  supply!: PegEndType;
  @Field(() => PegEndType)
  demand!: PegEndType;
  @Field(() => DecimalScalar)
  quantity!: string;
}

@For(STAFF)
@ObjectType('MrpPegComponent')
export class PegComponentType {
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => String)
  sku!: string;
}

@For(STAFF)
@ObjectType('MrpPegging', { description: 'What serves what, of an item at a site; amounts in its stock unit.' })
export class PeggingType {
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => [PegType])
  pegs!: PegType[];
  @Field(() => [PegEndType], { description: 'What nothing serves.' })
  uncovered!: PegEndType[];
  @Field(() => [PegEndType], { description: 'What serves nothing within the horizon.' })
  unused!: PegEndType[];
  @Field(() => [PegComponentType], { description: 'What its planned orders draw, phantoms passed through.' })
  components!: PegComponentType[];
}
