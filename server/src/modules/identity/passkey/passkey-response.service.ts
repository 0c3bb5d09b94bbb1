const LONGEST = 20_000;

/** The browser's answer as it is typed, or null for a text that is none. What it claims is verified elsewhere. */
export function parseResponse<T extends { id: string; response: { clientDataJSON: string } }>(text: string): T | null {
  if (text.length > LONGEST) return null;
  try {
    const parsed = JSON.parse(text) as Partial<T> | null;
    const isAnswer = typeof parsed?.id === 'string' && typeof parsed.response?.clientDataJSON === 'string';
    return isAnswer ? (parsed as T) : null;
  } catch {
    return null;
  }
}

/** The site that the browser says it was asked by. */
export function originIn(clientDataJson: string): string {
  try {
    const { origin } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as { origin?: unknown };
    return typeof origin === 'string' ? origin : '';
  } catch {
    return '';
  }
}
