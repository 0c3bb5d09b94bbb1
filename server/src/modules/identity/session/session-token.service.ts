import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits, for cookies and links; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
