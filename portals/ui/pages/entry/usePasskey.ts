import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { useMessages } from '../../i18n/define-messages.ts';
import { sessionMessages } from '../session.messages.ts';
import { passkeyChallengeMutation } from './entry.documents.ts';

/** The device's answer to a challenge, as acts take it. */
export interface PasskeyAnswer {
  readonly ticket: string;
  readonly response: string;
}

/** Asks the device for a passkey. The library comes only when it is needed. */
export function usePasskey() {
  const { client } = useClientHandle();
  const t = useMessages(sessionMessages);
  const failure = ref<string | null>(null);
  const isAsking = ref(false);

  /** Null when the person thought better of it, or the device has none: `failure` then says so. */
  async function ask(): Promise<PasskeyAnswer | null> {
    failure.value = null;
    isAsking.value = true;
    try {
      const { browserSupportsWebAuthn, startAuthentication } = await import('@simplewebauthn/browser');
      if (!browserSupportsWebAuthn()) {
        failure.value = t('passkey.unsupported');
        return null;
      }
      const { data } = await client.mutation(passkeyChallengeMutation, {}).toPromise();
      const { ticket, options } = data?.passkeyChallenge ?? {};
      if (!ticket || !options) throw new Error('no challenge');
      const response = await startAuthentication({ optionsJSON: JSON.parse(options) });
      return { ticket, response: JSON.stringify(response) };
    } catch {
      failure.value = t('passkey.failed');
      return null;
    } finally {
      isAsking.value = false;
    }
  }
  return { ask, failure, isAsking };
}
