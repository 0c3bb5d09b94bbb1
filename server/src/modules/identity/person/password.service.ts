import { hash, verify, type Algorithm, type Options } from '@node-rs/argon2';
import { WeakPassword } from '../identity.errors.ts';

// Source: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB, two passes, one lane.
const cost: Options = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};
const LEAST = 10;
const MOST = 200;

// What a wrong account is compared with, so that it takes as long as a wrong password.
const nobodysHash = hash('a password that no account has', cost);

/** @throws WeakPassword naming `path`, for one that is too short or absurdly long. */
export async function hashPassword(password: string, path: readonly string[] = []): Promise<string> {
  if (password.length < LEAST || password.length > MOST) throw new WeakPassword({ least: LEAST, most: MOST }, path);
  return hash(password, cost);
}

/** Whether the password is the one behind `kept`; takes the same time when there is none. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? (await nobodysHash), password.slice(0, MOST + 1));
  return isRight && kept !== null;
}
