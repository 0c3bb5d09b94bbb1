import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of one of its accounts. */
export interface Claims {
  readonly email?: string;
  readonly email_verified?: boolean;
}

export const CLIENT = { client_id: 'corridor', client_secret: 'a secret that the provider gave out' };

/** A real OpenID Connect provider on this machine. Its accounts sign in by being named; it asks for no password. */
export class LocalProvider {
  readonly accounts = new Map<string, Claims>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(redirectUris: string[]): Promise<LocalProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const local = new LocalProvider(issuer, server);
    const provider = new Provider(issuer, {
      clients: [{ ...CLIENT, redirect_uris: redirectUris }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      cookies: { keys: ['only for tests'] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: () => Promise.resolve({ sub: id, ...local.accounts.get(id) }),
      }),
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const account = /(?:^|; )account=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
      if (!request.url?.startsWith('/interaction/') || !account) return void answer(request, response);
      void (async () => {
        const { params, prompt } = await provider.interactionDetails(request, response);
        const grant = new provider.Grant({ accountId: account, clientId: String(params['client_id']) });
        grant.addOIDCScope('openid email profile');
        const result =
          prompt.name === 'login' ? { login: { accountId: account } } : { consent: { grantId: await grant.save() } };
        await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
      })();
    });
    return local;
  }

  /** Walks a browser from the address of the request to where the provider sends it back: the query it brings. */
  async signIn(url: string, account: string): Promise<string> {
    const jar = new Map([['account', account]]);
    let next = url;
    for (let hop = 0; hop < 12; hop++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        jar.set(name, value);
      }
      const target = new URL(response.headers.get('location') ?? '', next);
      if (target.origin !== this.issuer) return target.search;
      next = target.href;
    }
    throw new Error('The provider sends the browser round in circles');
  }

  close(): Promise<void> {
    return new Promise((done) => void this.server.close(() => done()));
  }
}
