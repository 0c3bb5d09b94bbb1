import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { publicUrl, requestPublicly } from '../../../platform/http/public-address.ts';
import type { Settings } from '../../../platform/settings.ts';

/** Where to ask, and as whom. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What must come back, or must be shown again, when the browser returns. */
export interface Expectation {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What a provider says of a person. */
export interface Vouched {
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
}

const SECONDS_UNTIL_GIVEN_UP = 10;

/** Asks public addresses over TLS only: somebody typed the issuer, and the issuer names the others. */
const askPublicly: CustomFetch = async (address, { method, headers, body }) => {
  if (publicUrl(address).protocol !== 'https:') throw new Error(`${address} is asked over TLS only`);
  const answer = await requestPublicly(address, {
    method: method === 'POST' ? 'POST' : 'GET',
    headers: Object.fromEntries(new Headers(headers)),
    ...(body ? { body: body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : '' } : {}),
  });
  return new Response(answer.body, { status: answer.status, headers: { 'content-type': answer.contentType } });
};

/** The provider as it describes itself. @throws Error when it does not, or is not the issuer it is asked as */
export async function discoverProvider(settings: Settings, provider: Provider): Promise<Configuration> {
  // A provider of the tests runs on this machine, without TLS.
  const isTest = settings.environment === 'test';
  const configuration = await discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
    timeout: SECONDS_UNTIL_GIVEN_UP,
    ...(isTest ? { execute: [allowInsecureRequests] } : { [customFetch]: askPublicly }),
  });
  // The signature of what comes back is checked, not only that it came over TLS.
  enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Where to send the browser. */
export async function beginAt(
  configuration: Configuration,
  redirectUri: string,
  email: string | null,
): Promise<{ url: string; expectation: Expectation }> {
  const expectation = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: expectation.state,
    nonce: expectation.nonce,
    code_challenge: await calculatePKCECodeChallenge(expectation.verifier),
    code_challenge_method: 'S256',
    ...(email ? { login_hint: email } : {}),
  });
  return { url: url.href, expectation };
}

/** Exchanges what the browser brought back. @throws Error when anything in it is not as expected */
export async function finishAt(
  configuration: Configuration,
  returned: URL,
  { state, nonce, verifier }: Expectation,
): Promise<Vouched> {
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider sent no ID token');
  const { sub, email, email_verified: verified } = claims;
  return { subject: sub, email: typeof email === 'string' ? email : null, isEmailVerified: verified === true };
}
