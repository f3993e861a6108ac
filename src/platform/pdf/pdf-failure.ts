/** A file that cannot become pages; the code names a sentence for people. */
export type PdfFailureCode =
  | 'needs-password'
  | 'broken'
  | 'without-pages'
  | 'too-many-pages'
  | 'too-large'
  | 'too-heavy'
  | 'form-without-pages'
  | 'image-too-large'
  | 'dossier-full';

export class PdfFailure extends Error {
  constructor(
    readonly code: PdfFailureCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'PdfFailure';
  }
}
