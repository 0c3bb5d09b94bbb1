/** For whom passkeys are made: the host that people see, whatever the port. */
export interface RelyingParty {
  readonly id: string;
  readonly isOrigin: (origin: string) => boolean;
}

/** As the public address says; while developing, any port of localhost, where the portals are served apart. */
export function relyingPartyOf(publicUrl: string, isProduction: boolean): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  const isLocal = (text: string) => URL.canParse(text) && new URL(text).hostname === 'localhost';
  return {
    id: hostname,
    isOrigin: (asked) => asked === origin || (!isProduction && hostname === 'localhost' && isLocal(asked)),
  };
}
