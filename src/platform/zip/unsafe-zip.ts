/** Something in a ZIP that no program should follow; the code names a sentence for people. */
export class UnsafeZip extends Error {
  constructor(
    readonly code:
      'zip-broken' | 'zip-unsafe-name' | 'zip-link' | 'zip-twice' | 'zip-unfolds' | 'zip-too-many',
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'UnsafeZip';
  }
}
