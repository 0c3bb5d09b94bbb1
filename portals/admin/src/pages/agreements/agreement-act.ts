/** What can be done with an agreement as a whole, in the order of the buttons. */
export const agreementActs = ['amend', 'suspend', 'resume', 'terminate', 'refuse', 'accept', 'propose'] as const;
export type AgreementAct = (typeof agreementActs)[number];

/** Who may accept what the other side proposed may refuse it too. */
export function offeredActs(allowed: readonly string[]): readonly AgreementAct[] {
  return agreementActs.filter((act) => allowed.includes(`vmi.agreement.${act === 'refuse' ? 'accept' : act}`));
}
