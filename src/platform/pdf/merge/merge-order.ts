/** One PDF made of pages of others, all of them made by this program. */
export interface MergeOrder {
  /** Shown by readers. */
  title: string;
  /** `YYYY-MM-DD`, the date of the file: never that of the clock. */
  day: string;
  sources: readonly Uint8Array[];
  parts: readonly MergePart[];
  bookmarks: readonly Bookmark[];
  attachments: readonly Attachment[];
  stamp: StampText;
}

/** Pages of a source, in their order. */
export interface MergePart {
  /** Place among the sources. */
  source: number;
  /** From 0; up to and without `to`. */
  from: number;
  to: number;
  /** Drawn above each page. Pages with a header have no tags of their own and are told by it to who cannot see them. */
  header?: string;
}

export interface Bookmark {
  title: string;
  /** Of the merged PDF, from 0. */
  page: number;
  children: readonly Bookmark[];
}

export interface Attachment {
  name: string;
  mime: string;
  about: string;
  bytes: Uint8Array;
}

/** Set at the bottom of each page: in its margin, or inside its frame. */
export interface StampText {
  lines: readonly string[];
  /** What the QR code says. */
  qr: string;
  /** `{page}` and `{pages}` are filled in. */
  pageOf: string;
  /** A frame stands around each page: the stamp is set inside it. */
  isFramed?: boolean;
}
