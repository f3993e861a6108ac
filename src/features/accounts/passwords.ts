import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../domain/domain-error';

const SHORTEST = 10;
const LONGEST = 200;

/** Letters and digits that nobody mistakes for one another when a password is read out. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** argon2id as OWASP advises (19 MiB, two passes); salt and parameters stand in the result. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashOf(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password is the right one. For nobody (an unknown name) it is compared with a hash that nothing opens, so
 * that the answer takes the same time.
 */
export async function isPasswordOf(stored: string | undefined, password: string): Promise<boolean> {
  const blank = await (nobodys ??= hashOf(firstPassword()));
  const right = await verify(stored ?? blank, shortened(password.normalize('NFC')));
  return right && stored !== undefined;
}

/** Nothing longer is anybody's password, and hashing it would take its sender's time from others. */
function shortened(password: string): string {
  return Array.from(password.slice(0, 2 * LONGEST + 2))
    .slice(0, LONGEST + 1)
    .join('');
}

/** A password made at random, to be read out or copied once: `k3mp-9xya-…`, some 79 bits. */
export function firstPassword(): string {
  const letter = () => CLEAR[randomInt(CLEAR.length)];
  const group = () => Array.from({ length: GROUP }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Throws `password-too-short`, `password-too-long` or `password-is-name`. */
export function requireGoodPassword(password: string, username: string): void {
  const length = [...password].length;
  if (length < SHORTEST) throw new DomainError('password-too-short', { least: SHORTEST });
  if (length > LONGEST) throw new DomainError('password-too-long', { most: LONGEST });
  if (password.toLowerCase().includes(username)) throw new DomainError('password-is-name');
}
