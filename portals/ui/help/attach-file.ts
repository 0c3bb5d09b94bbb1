export interface AttachedFile {
  readonly id: string;
  readonly name: string;
}

interface Answer {
  readonly id?: string;
  readonly message?: string;
}

/** Hands one file in for a message; gives it, or in words why the server did not take it (empty: it did not say). */
export async function attachFile(portal: string, file: File): Promise<AttachedFile | string> {
  try {
    const response = await fetch(`/attachments?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: file,
      credentials: 'same-origin',
      headers: { 'x-corridor-portal': portal, 'content-type': 'application/octet-stream' },
    });
    const { id, message = '' } = (await response.json()) as Answer;
    return response.ok && id ? { id, name: file.name } : message;
  } catch {
    return '';
  }
}
