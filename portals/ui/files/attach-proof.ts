/** Hands in the proof of a delivery; gives null when it was taken, else what the server says, which may be nothing. */
export async function attachProof(portal: string, shipmentId: string, file: File): Promise<string | null> {
  try {
    const response = await fetch(`/shipments/${shipmentId}/proof?${new URLSearchParams({ portal, name: file.name })}`, {
      method: 'POST',
      headers: { 'x-corridor-portal': portal, 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (response.ok) return null;
    const { message } = (await response.json()) as { message?: string };
    return message ?? '';
  } catch {
    return '';
  }
}
