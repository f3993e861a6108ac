import type { NextFunction, Request, Response } from 'express';
import { DomainError, InputRefused } from '../../domain/domain-error';
import type { Finding } from '../../domain/finding';
import { takesDocuments } from './document-route';

/** No document of an office nests deeper; readers and validators may then recurse, and so may this walk. */
const DEEPEST = 32;
const MOST_FINDINGS = 100;

/**
 * Keys and items of one JSON body: far more than a plan or a nomination has. A list of nominations
 * may be as long as its megabytes allow.
 */
const MOST_VALUES = 20_000;

/**
 * Refuses what no table could hold and no reader should meet: zero characters and halves of characters (PostgreSQL takes
 * neither), names that every object has (`__proto__`), endless nesting, and more values than any form has. In the address
 * and in a JSON body.
 */
export function refuseUncleanInput(request: Request, _response: Response, next: NextFunction): void {
  if (isUncleanAddress(request.originalUrl)) return next(new DomainError('malformed-request'));
  if (Buffer.isBuffer(request.body)) return next();
  const { findings, values } = new Inspection().of(request.body);
  if (values > MOST_VALUES && !takesDocuments(request))
    return next(new DomainError('too-many-values', { most: MOST_VALUES }));
  next(findings.length > 0 ? new InputRefused(findings, 'invalid-fields') : undefined);
}

function isUncleanAddress(url: string): boolean {
  return /%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(url);
}

/** The first hundred places of a body that no table could hold, in reading order. */
export function uncleanPlaces(body: unknown): Finding[] {
  return new Inspection().of(body).findings;
}

class Inspection {
  readonly findings: Finding[] = [];
  /** Keys and items met so far. */
  values = 0;
  private readonly path: (string | number)[] = [];

  of(body: unknown): this {
    this.visit(body);
    return this;
  }

  private visit(value: unknown, key?: string | number): void {
    const code = faultOf(value, key, this.path.length);
    if (code) this.add(code, key);
    else if (Array.isArray(value)) this.enter(value.entries());
    else if (typeof value === 'object' && value !== null) this.enter(Object.entries(value));
  }

  private enter(entries: Iterable<[string | number, unknown]>): void {
    for (const [key, value] of entries) {
      if (this.findings.length >= MOST_FINDINGS) return;
      this.values += 1;
      this.path.push(key);
      this.visit(value, key);
      this.path.pop();
    }
  }

  private add(code: string, key: string | number = ''): void {
    const path = this.path.map((step) => (typeof step === 'string' ? withoutUnclean(step) : step));
    this.findings.push({ level: 'error', code, path, params: { code: String(key) } });
  }
}

function faultOf(value: unknown, key: string | number | undefined, depth: number): string | undefined {
  if (typeof key === 'string' && (Object.hasOwn(Object.prototype, key) || isUnclean(key)))
    return 'reserved-code';
  if (typeof value === 'string' && isUnclean(value)) return 'control-character';
  return typeof value === 'object' && value !== null && depth > DEEPEST ? 'too-deep' : undefined;
}

function isUnclean(text: string): boolean {
  return /[\u0000\p{Surrogate}]/u.test(text);
}

function withoutUnclean(key: string): string {
  return key.replace(/[\u0000\p{Surrogate}]/gu, '');
}
