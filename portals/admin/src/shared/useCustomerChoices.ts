import { useClientHandle } from '@urql/vue';
import type { Choice } from '#ui/forms/choice.ts';
import { customerChoicesQuery } from './customer-choices.documents.ts';

/** The answers behind a field in which a customer is looked up by typing. */
export function useCustomerChoices(): (text: string) => Promise<readonly Choice[]> {
  const { client } = useClientHandle();
  return async (text) => {
    const { data } = await client.query(customerChoicesQuery, { search: text || null }).toPromise();
    return (data?.organisations.nodes ?? []).map(({ id, number, name }) => ({
      value: id,
      label: name,
      detail: number,
    }));
  };
}
