/** A file that cannot be evidence; the code names the sentence `finding.<code>`. */
export class UnfitFile extends Error {
  constructor(
    readonly code:
      | 'file-empty'
      | 'file-type-not-allowed'
      | 'file-old-office'
      | 'file-with-macros'
      | 'file-broken'
      | 'file-unfolds-too-far'
      | 'image-too-large'
      | 'file-infected',
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'UnfitFile';
  }
}
