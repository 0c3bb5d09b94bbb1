const KEY_BYTES = 16;

function newKey(): string {
  // randomUUID is missing on plain HTTP addresses, which a warehouse network may well use.
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Names each attempt at an act. The same body after a failure without an answer keeps its key, so that the server can tell a repeat;
 * another body, or an act that was answered, gets a new one.
 */
export class IdempotencyKeys {
  #body: string | null = null;
  #key = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (text !== this.#body) {
      this.#body = text;
      this.#key = newKey();
    }
    return this.#key;
  }

  answered(): void {
    this.#body = null;
  }
}
