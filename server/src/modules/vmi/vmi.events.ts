import type { DomainEvent, Topic } from '../../platform/events/event.ts';

interface Party {
  readonly id: string;
  readonly supplierId: string;
}

const about =
  (subjectType: string, topic: Topic) =>
  <Name extends string>(name: Name) =>
    Object.assign(
      ({ id, supplierId }: Party, payload: Record<string, unknown> = {}): DomainEvent => ({
        name,
        subjectType,
        subjectId: id,
        supplierId,
        topic,
        payload,
      }),
      { event: name },
    );

const agreement = about('VmiAgreement', 'AGREEMENT');
const line = about('VmiLine', 'STOCK');
const proposal = about('VmiProposal', 'PROPOSAL');
const commitment = about('VmiCommitment', 'PROPOSAL');

/** What happens in vendor-managed inventory, as others hear of it; `event` is the name to subscribe to. */
export const agreementProposed = agreement('vmi.agreement.proposed');
export const agreementAccepted = agreement('vmi.agreement.accepted');
export const agreementRefused = agreement('vmi.agreement.refused');
export const agreementSuspended = agreement('vmi.agreement.suspended');
export const agreementResumed = agreement('vmi.agreement.resumed');
export const agreementTerminated = agreement('vmi.agreement.terminated');
export const agreementExpired = agreement('vmi.agreement.expired');
/** `payload.lineIds`; the subject is the agreement's or the line's. */
export const linesChanged = agreement('vmi.line.changed');
export const limitsChanged = line('vmi.limits.changed');
export const lineSnoozed = line('vmi.line.snoozed');
/** Of a run: the subject is the run, `payload.count` says how many for this supplier. */
export const proposalsOpened = about('VmiRun', 'PROPOSAL')('vmi.proposal.opened');
export const proposalReleased = proposal('vmi.proposal.released');
export const proposalAccepted = proposal('vmi.proposal.accepted');
export const proposalCountered = proposal('vmi.proposal.countered');
export const proposalDeclined = proposal('vmi.proposal.declined');
export const proposalRefused = proposal('vmi.proposal.refused');
export const proposalSuperseded = proposal('vmi.proposal.superseded');
export const proposalExpired = proposal('vmi.proposal.expired');
export const commitmentMade = commitment('vmi.commitment.made');
export const commitmentCancelAsked = commitment('vmi.commitment.cancel_asked');
export const commitmentCancelled = commitment('vmi.commitment.cancelled');
export const commitmentKept = commitment('vmi.commitment.kept');
/** `payload.alertIds` (at most fifty), `payload.types` and `payload.count`; one event per supplier. */
export const alertsOpened = about('VmiAlert', 'ALERT')('vmi.alert.opened');
export const alertsEnded = about('VmiAlert', 'ALERT')('vmi.alert.ended');
