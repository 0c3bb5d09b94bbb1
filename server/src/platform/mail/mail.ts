/** A mail as it leaves: complete, with its ids, so that sending it twice is the same mail twice. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Message-ID in angle brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly files?: readonly MailFile[];
}

/** A way out for mail. */
export interface MailTransport {
  /** @throws MailRefused when the address will never take it; any other error may pass, so it is tried again. */
  send(mail: OutgoingMail): Promise<void>;
}

/** The mail server said for good that this mail will not be delivered. Source: RFC 5321, 4.2.1, replies 5yz. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A mail as it came in, read and made harmless. */
export interface IncomingMail {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly kind: 'MESSAGE' | 'AUTOMATIC' | 'BOUNCE' | 'COMPLAINT';
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly files: readonly MailFile[];
  /** Addresses that a returned mail says cannot be reached, or that a complaint is about. */
  readonly about: readonly string[];
}
