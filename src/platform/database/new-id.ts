import { randomUUID } from 'node:crypto';

/** A fresh primary key. */
export function newId(): string {
  return randomUUID();
}
