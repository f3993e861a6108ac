import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const name = (text: string) => PDFName.of(text);
const [KIDS, PARENT, ID, ATTRIBUTES, HEADERS, NUMS] = ['K', 'P', 'ID', 'A', 'Headers', 'Nums'].map(name) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];
const STRUCT_PARENTS = name('StructParents');
const DEEPEST = 500;

/**
 * The tags of a merged document: those of its printed parts one after the other, and a figure for each page that has
 * none. A page names its tags by a key, and a table cell by an id; both begin anew in each part and are moved here.
 */
export class Tags {
  private readonly root: PDFRef;
  private readonly kids: PDFArray;
  private readonly parents: PDFArray;
  private readonly ids: [string, PDFRef][] = [];
  private next = 0;
  private part = 0;

  constructor(private readonly merged: PDFDocument) {
    const { context } = merged;
    this.kids = context.obj([]);
    this.parents = context.obj([]);
    this.root = context.nextRef();
  }

  /** Takes over the tags of a source whose pages the copier has copied before. */
  take(source: PDFDocument, copier: PDFObjectCopier, pages: readonly PDFDict[]): void {
    const { context } = source;
    const tree = context.lookup(source.catalog.get(name('StructTreeRoot')));
    if (!(tree instanceof PDFDict)) return;
    this.part += 1;
    for (const kid of listOf(context.lookup(tree.get(KIDS)), tree.get(KIDS))) this.adopt(copier.copy(kid));
    const first = this.next;
    for (const [key, value] of numberTree(source, tree.get(name('ParentTree')))) {
      this.parents.push(PDFNumber.of(first + key));
      this.parents.push(copier.copy(value));
      this.next = Math.max(this.next, first + key + 1);
    }
    for (const page of pages) move(page, first);
  }

  /** One figure for a page that is all picture to a reader: what is said of it, and the marks to draw it between. */
  figure(page: PDFRef, node: PDFDict, said: string): { begin: string; end: string } {
    const { context } = this.merged;
    const figure = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'Figure',
        P: this.root,
        Pg: page,
        K: 0,
        Alt: PDFHexString.fromText(said),
      }),
    );
    this.kids.push(figure);
    node.set(STRUCT_PARENTS, PDFNumber.of(this.next));
    this.parents.push(PDFNumber.of(this.next));
    this.parents.push(context.obj([figure]));
    this.next += 1;
    return { begin: '/Figure <</MCID 0>> BDC', end: 'EMC' };
  }

  /** Writes the tree down. */
  end(): void {
    const { context, catalog } = this.merged;
    const ids = this.ids
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, ref]) => [PDFString.of(id), ref]);
    const root = context.obj({
      Type: 'StructTreeRoot',
      K: this.kids,
      ParentTree: context.register(context.obj({ Nums: this.parents })),
      ParentTreeNextKey: this.next,
    });
    if (ids.length > 0)
      root.set(
        name('IDTree'),
        context.register(context.obj({ Names: context.obj(ids), Limits: [ids[0], ids.at(-2)] })),
      );
    context.assign(this.root, root);
    catalog.set(name('StructTreeRoot'), this.root);
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  }

  private adopt(kid: PDFObject): void {
    this.kids.push(kid);
    const element = this.merged.context.lookup(kid);
    if (element instanceof PDFDict) element.set(PARENT, this.root);
    this.rename(kid, 0);
  }

  /** Ids of cells are numbered from 1 in each part. */
  private rename(object: PDFObject, depth: number): void {
    const { context } = this.merged;
    const element = context.lookup(object);
    if (!(element instanceof PDFDict) || depth > DEEPEST) return;
    const id = element.get(ID);
    if (id instanceof PDFString || id instanceof PDFHexString) {
      const renamed = this.idOf(id);
      element.set(ID, PDFString.of(renamed));
      if (object instanceof PDFRef) this.ids.push([renamed, object]);
    }
    for (const attributes of listOf(context.lookup(element.get(ATTRIBUTES)), element.get(ATTRIBUTES)))
      this.renameHeaders(context.lookup(attributes));
    const kids = element.get(KIDS);
    for (const kid of listOf(context.lookup(kids), kids)) this.rename(kid, depth + 1);
  }

  private renameHeaders(attributes: PDFObject | undefined): void {
    const headers =
      attributes instanceof PDFDict ? this.merged.context.lookup(attributes.get(HEADERS)) : undefined;
    if (!(headers instanceof PDFArray)) return;
    headers.asArray().forEach((id, at) => {
      if (id instanceof PDFString || id instanceof PDFHexString) headers.set(at, PDFString.of(this.idOf(id)));
    });
  }

  private idOf(id: PDFString | PDFHexString): string {
    return `p${this.part}-${id.decodeText()}`;
  }
}

function listOf(object: PDFObject | undefined, single: PDFObject | undefined): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  return single ? [single] : [];
}

/** Keys and values of a number tree of ours. */
function numberTree({ context }: PDFDocument, root: PDFObject | undefined): [number, PDFObject][] {
  const node = context.lookup(root);
  if (!(node instanceof PDFDict)) return [];
  const kids = context.lookup(node.get(name('Kids')));
  if (kids instanceof PDFArray)
    return kids.asArray().flatMap((kid) => numberTree({ context } as PDFDocument, kid));
  const nums = context.lookup(node.get(NUMS));
  const flat = nums instanceof PDFArray ? nums.asArray() : [];
  return flat.flatMap((key, at): [number, PDFObject][] => {
    const value = flat[at + 1];
    return at % 2 === 0 && key instanceof PDFNumber && value ? [[key.asNumber(), value]] : [];
  });
}

function move(page: PDFDict, by: number): void {
  const key = page.get(STRUCT_PARENTS);
  if (key instanceof PDFNumber) page.set(STRUCT_PARENTS, PDFNumber.of(key.asNumber() + by));
}
