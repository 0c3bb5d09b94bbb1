import type { Settings } from '../../../platform/settings.ts';

/** A short letter to one person, about how he signs in. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** By what letters leave. A module above that sends mail hands itself in; until then letters go the plain way. */
export interface MailGateway {
  send(settings: Settings, letter: Letter): Promise<void>;
}

let gateway: MailGateway | null = null;

/** Hands in what sends the letters of this process. */
export const sendLettersThrough = (given: MailGateway): void => void (gateway = given);

export const mailGateway = (): MailGateway | null => gateway;
