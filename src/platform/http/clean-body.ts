import type { NextFunction, Request, Response } from 'express';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';

/** No document of an office nests deeper; readers and validators may then recurse. */
const DEEPEST = 32;
const MOST_FINDINGS = 100;

interface Place {
  value: unknown;
  depth: number;
  key?: string | number;
  above?: Place;
}

/**
 * Refuses what no table could hold and no reader should meet: zero characters and halves of characters (PostgreSQL takes
 * neither), names that every object has (`__proto__`), and endless nesting. In the address and in a JSON body.
 */
export function refuseUncleanInput(request: Request, _response: Response, next: NextFunction): void {
  if (isUncleanAddress(request.originalUrl)) return next(new DomainError('malformed-request'));
  const findings = Buffer.isBuffer(request.body) ? [] : uncleanPlaces(request.body);
  next(findings.length > 0 ? new InputRefused(findings, 'invalid-fields') : undefined);
}

function isUncleanAddress(url: string): boolean {
  return /%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url);
}

/** Walks without recursion: the nesting itself may be the attack. */
export function uncleanPlaces(body: unknown): Finding[] {
  const findings: Finding[] = [];
  const left: Place[] = [{ value: body, depth: 0 }];
  for (let place = left.pop(); place && findings.length < MOST_FINDINGS; place = left.pop()) {
    const code = faultOf(place);
    if (code)
      findings.push({ level: 'error', code, path: pathOf(place), params: { code: String(place.key ?? '') } });
    else left.push(...below(place).reverse());
  }
  return findings;
}

function faultOf({ key, value, depth }: Place): string | undefined {
  if (typeof key === 'string' && (Object.hasOwn(Object.prototype, key) || isUnclean(key)))
    return 'reserved-code';
  if (typeof value === 'string' && isUnclean(value)) return 'control-character';
  return typeof value === 'object' && value !== null && depth > DEEPEST ? 'too-deep' : undefined;
}

const UNCLEAN = /[\u0000\p{Surrogate}]/u;

function isUnclean(text: string): boolean {
  return UNCLEAN.test(text);
}

function below(place: Place): Place[] {
  const { value } = place;
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.map(([key, child]) => ({ value: child, depth: place.depth + 1, key, above: place }));
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.above)
    path.unshift(typeof at.key === 'string' ? at.key.replace(/[\u0000\p{Surrogate}]/gu, '') : at.key);
  return path;
}
