import type { CombinedError } from '@urql/vue';
import { useMessages } from '../i18n/define-messages.ts';
import { kitMessages } from '../i18n/kit.messages.ts';

/** An unexpected failure in the reader's words: the network, or the server's own message with the incident to name to support. */
export function systemErrorText(error: CombinedError): string {
  const t = useMessages(kitMessages);
  if (error.networkError) return t('form.offline');
  return error.graphQLErrors
    .map(({ message, extensions }) => {
      const incident = extensions['incidentId'];
      return typeof incident === 'string' ? `${message} (${t('form.incident', { id: incident })})` : message;
    })
    .join(' ');
}
