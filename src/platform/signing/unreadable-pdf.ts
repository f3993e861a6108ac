/** A file that is no PDF as readers of PDF find their way in it; `part` says where it ends, for whoever looks for the cause. */
export class UnreadablePdf extends Error {
  constructor(
    readonly part: string,
    readonly code: 'pdf-unreadable' | 'pdf-encrypted' = 'pdf-unreadable',
  ) {
    super(`${code}: ${part}`);
    this.name = 'UnreadablePdf';
  }
}
