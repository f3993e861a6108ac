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
