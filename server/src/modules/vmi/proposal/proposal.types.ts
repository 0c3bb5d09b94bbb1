import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { AgreementType } from '../agreement/agreement.types.ts';
import { VmiLineType } from '../line/vmi-line.types.ts';
import { OriginEnum, ProposalStateEnum } from '../vmi.enums.types.ts';
import { ExplanationLineType } from './explanation.types.ts';
import { AnswerPartType, ProposalAnswerType } from './proposal-answer.types.ts';
import type { ProposalState } from './proposal.state.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiProposal', {
  implements: Node,
  description: 'A quantity and day for a line, with the inputs it came from; the supplier answers it.',
})
export class ProposalType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => ProposalStateEnum)
  state!: ProposalState;
  @Field(() => OriginEnum)
  origin!: 'RUN' | 'SUPPLIER' | 'PLAN';
  @Field(() => Int, { description: 'An answer names the version it answers.' })
  version!: number;
  @Field(() => AgreementType, { nullable: true })
  agreement!: AgreementType | null;
  @Field(() => Int, { description: 'The terms it was computed under.' })
  agreementVersionNo!: number;
  @Field(() => VmiLineType, { nullable: true })
  line!: VmiLineType | null;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => QuantityType, { description: 'In the stock unit.' })
  quantity!: QuantityType;
  @Field(() => QuantityType, { description: 'The same in the order unit, as it was when it was computed.' })
  orderQuantity!: QuantityType;
  @Field(() => DateScalar)
  deliverOn!: string;
  @Field(() => DateTimeScalar)
  computedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  openedAt!: string | null;
  @Field(() => DateTimeScalar)
  answerDueAt!: string;
  @Field(() => Boolean)
  isAnswerOverdue!: boolean;
  @Field(() => [AnswerPartType], {
    description: 'What the supplier offers or has promised; empty before he answers.',
  })
  offer!: AnswerPartType[];
  @Field(() => ItemType, { nullable: true, description: 'What the supplier offers in its place.' })
  substitute!: ItemType | null;
  @Field(() => String)
  answerReason!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => [ProposalAnswerType], { description: 'What each side said, oldest first.' })
  answers!: ProposalAnswerType[];
  @Field(() => [ExplanationLineType], { description: 'Why this quantity and this day, step by step.' })
  explanation!: ExplanationLineType[];
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

extendType(VmiLineType, {
  openProposal: [() => ProposalType, { nullable: true, description: 'The one that waits for an answer or a review.' }],
  proposals: [() => [ProposalType], { description: 'The latest ten, newest first.' }],
});

export const ProposalConnection = connectionOf(ProposalType, 'VmiProposal', SUPPLY_SIDE);
