const SIGNS: Readonly<Record<string, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  pdf: [0x25, 0x50, 0x44, 0x46],
};

/** What a file is by how it begins, whatever it is called: a picture or a PDF; null for anything else. */
export function proofKindOf(bytes: Uint8Array): string | null {
  const fitting = Object.entries(SIGNS).find(([, sign]) => sign.every((byte, at) => bytes[at] === byte));
  return fitting?.[0] ?? null;
}
