import type { Finding } from './finding';

/** A refusal that a person can understand: the code names a sentence `error.<code>` of the messages file; params fill it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** The input as a whole is refused; the findings say what is to be mended, all at once. */
export class InputRefused extends DomainError {
  constructor(
    readonly findings: readonly Finding[],
    code = 'input-refused',
  ) {
    super(code, { count: findings.length });
  }
}
