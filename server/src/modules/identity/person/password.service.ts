import { hash, verify, type Algorithm, type Options } from '@node-rs/argon2';
import { CommonPassword } from '../credential.errors.ts';
import { WeakPassword } from '../identity.errors.ts';
import { isCommonPassword } from './common-password.calc.ts';

// Source: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB, two passes, one lane.
const cost: Options = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};
const LEAST = 12;
const MOST = 200;

// What a wrong account is compared with, so that it takes as long as a wrong password.
const nobodysHash = hash('a password that no account has', cost);

/** @throws WeakPassword, CommonPassword naming `path`: too short, absurdly long, or among the first to be tried. */
export async function hashPassword(password: string, path: readonly string[] = []): Promise<string> {
  if (password.length < LEAST || password.length > MOST) throw new WeakPassword({ least: LEAST, most: MOST }, path);
  if (isCommonPassword(password)) throw new CommonPassword({}, path);
  return hash(password, cost);
}

/** Whether the password is the one behind `kept`; takes the same time when there is none. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const isRight = await verify(kept ?? (await nobodysHash), password.slice(0, MOST + 1));
  return isRight && kept !== null;
}
