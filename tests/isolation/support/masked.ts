/** An answer without the id that was asked about, however it is written. */
export function masked(text: string, id: string): string {
  const hex = id.slice(4);
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return text.replaceAll(id, '<id>').replaceAll(uuid, '<id>').replaceAll(hex, '<id>');
}
