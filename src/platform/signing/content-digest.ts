import { type Hash, createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { LaterFields } from './later-fields';
import type { Revision } from './pdf-revision';
import { UnreadablePdf } from './unreadable-pdf';

/** What later signatures and their proofs may add beside the content: nothing of it is seen outside of their fields. */
const BESIDE: Record<string, readonly string[]> = {
  catalog: ['DSS', 'Extensions', 'Metadata', 'Version', 'Perms'],
  form: ['SigFlags', 'DR', 'DA'],
  filled: ['V', 'AP', 'AS', 'M', 'MK', 'DA', 'F', 'P'],
};

const MOST_STEPS = 20_000_000;

/**
 * A digest of all that can be reached of a document, objects numbered as they are met, so that two states of it have one
 * digest if and only if they say the same. Fields that were added are left out, wherever they stand; of those that were
 * filled, what signing writes.
 */
export function contentDigest({ context, catalog }: Revision, later: LaterFields): string {
  const walk = new Walk(context, later);
  walk.say(catalog, BESIDE.catalog);
  walk.follow();
  return walk.digest();
}

class Walk {
  private readonly hash: Hash = createHash('sha256');
  private readonly numbers = new Map<PDFRef, number>();
  private readonly met: PDFRef[] = [];
  private readonly open = new Set<PDFRef>();
  private steps = 0;

  constructor(
    private readonly context: PDFContext,
    private readonly later: LaterFields,
  ) {}

  digest(): string {
    return this.hash.digest('hex');
  }

  follow(): void {
    // The list grows while it is walked.
    for (const ref of this.met)
      this.say(this.context.lookup(ref), this.later.filled.has(ref) ? BESIDE.filled : []);
  }

  say(object: PDFObject | undefined, beside: readonly string[] = []): void {
    if (object instanceof PDFRawStream) {
      this.dict(object.dict, beside);
      this.put('stream', object.getContents());
    } else if (object instanceof PDFDict) this.dict(object, beside);
    else if (object instanceof PDFArray) this.array(object);
    else if (object instanceof PDFRef) this.reference(object);
    else this.put('value', (object ?? PDFNull).toString());
  }

  private dict(dict: PDFDict, beside: readonly string[]): void {
    const entries = dict
      .entries()
      .map(([key, value]) => [key.asString(), value] as const)
      .filter(([key, value]) => !beside.includes(key.slice(1)) && !this.isEmptied(value))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.put('dict', String(entries.length));
    for (const [key, value] of entries) {
      this.put('key', key);
      if (key === '/AcroForm') this.say(this.context.lookup(value), BESIDE.form);
      else this.say(value);
    }
  }

  /** A list of nothing but fields that are left out is as if it were not there: the first signature brings it along. */
  private isEmptied(value: PDFObject): boolean {
    const array = this.context.lookup(value);
    if (array instanceof PDFDict) return this.isBareForm(array);
    return array instanceof PDFArray && this.kept(array).length === 0;
  }

  private isBareForm(dict: PDFDict): boolean {
    const fields = this.context.lookup(dict.get(PDFName.of('Fields')));
    if (!(fields instanceof PDFArray) || this.kept(fields).length > 0) return false;
    return dict.keys().every((key) => ['Fields', ...(BESIDE.form ?? [])].includes(key.decodeText()));
  }

  private array(array: PDFArray): void {
    const items = this.kept(array);
    this.put('array', String(items.length));
    for (const item of items) this.say(item);
  }

  private kept(array: PDFArray): PDFObject[] {
    return array.asArray().filter((item) => !(item instanceof PDFRef && this.later.added.has(item)));
  }

  /** A list behind a reference says the same as one in its place: that changes with the first field of a page. */
  private reference(ref: PDFRef): void {
    if (this.later.added.has(ref)) return this.put('left-out', '');
    const object = this.context.lookup(ref);
    if (object instanceof PDFArray) return this.list(ref, object);
    if (!(object instanceof PDFDict) && !(object instanceof PDFRawStream))
      return this.put('value', (object ?? PDFNull).toString());
    const known = this.numbers.get(ref);
    if (known === undefined) {
      this.numbers.set(ref, this.numbers.size);
      this.met.push(ref);
    }
    this.put('reference', String(known ?? 'new'));
  }

  /** A list that holds itself would have no end. */
  private list(ref: PDFRef, array: PDFArray): void {
    if (this.open.has(ref)) return this.put('again', '');
    this.open.add(ref);
    this.array(array);
    this.open.delete(ref);
  }

  /** A few lists that name each other twice and twice again would say more than any disk holds. */
  private put(kind: string, content: string | Uint8Array): void {
    if ((this.steps += 1) > MOST_STEPS) throw new UnreadablePdf('endless');
    this.hash.update(`${kind}:${content.length}:`).update(content);
  }
}
