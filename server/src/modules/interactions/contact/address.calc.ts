/** An e-mail address as it is compared: lower case, without blanks around it; null when it is none. */
export function emailOf(text: string): string | null {
  const address = text.trim().toLowerCase();
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]+$/.test(address) && address.length <= 254 ? address : null;
}
