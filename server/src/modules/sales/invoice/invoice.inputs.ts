import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { InvoiceKindEnum, InvoiceStateEnum } from '../sales.enums.types.ts';
import { InvoiceType } from './invoice.types.ts';

export enum InvoiceSort {
  NEWEST = 'NEWEST',
  DUE = 'DUE',
}
registerEnumType(InvoiceSort, { name: 'InvoiceSort' });

@ArgsType()
export class InvoicesArgs extends PageArgs {
  @Field(() => InvoiceSort, { defaultValue: InvoiceSort.NEWEST })
  sort!: InvoiceSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [InvoiceStateEnum], { nullable: true })
  state?: (keyof typeof InvoiceStateEnum)[] | null;
  @Field(() => [InvoiceKindEnum], { nullable: true })
  kind?: (keyof typeof InvoiceKindEnum)[] | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isOverdue?: boolean | null;
}

@InputType()
export class InvoiceDraftInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { description: 'Everything of it that was sent and not invoiced.' })
  orderId!: string;
}

@InputType({ description: 'A draft, or an order of which everything sent is invoiced at once.' })
export class InvoiceIssueInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  orderId?: string | null;
  @Field(() => ID, { nullable: true })
  invoiceId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Needed for a draft.' })
  expectedVersion?: number | null;
}

@InputType()
export class InvoiceDiscardInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  invoiceId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class CreditedLineInput {
  @Field(() => ID)
  invoiceLineId!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the unit of the position; all of it when not said.' })
  quantity?: Decimal | null;
}

@InputType()
export class CreditNoteIssueInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  invoiceId!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => [CreditedLineInput], { defaultValue: [], description: 'Everything when none is named.' })
  lines!: CreditedLineInput[];
}

@For(DEMAND_SIDE)
@ObjectType()
export class InvoicePayload extends Payload {
  @Field(() => InvoiceType, { nullable: true })
  invoice!: InvoiceType | null;
}
