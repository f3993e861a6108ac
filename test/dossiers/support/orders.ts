import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceOfFiles } from '../../../src/features/dossiers/bundle/evidence-source';
import type { RoundOrder } from '../../../src/features/dossiers/bundle/round-order';
import type { RoundData } from '../../../src/features/dossiers/documents/round-documents';
import { PdfRenderer } from '../../../src/platform/pdf/pdf-renderer';
import { scratchFolder } from './round';

/** What is exported of a round into a folder that goes with the suite, by one warm browser. Ready from `beforeAll` on. */
export class Orders {
  private made?: { data: RoundData; renderer: PdfRenderer; folder: string };

  constructor(load: () => Promise<RoundData>) {
    let close: () => Promise<unknown>;
    beforeAll(async () => {
      const [data, renderer, folder] = await Promise.all([load(), PdfRenderer.open(), scratchFolder()]);
      this.made = { data, renderer, folder: folder.path };
      close = () => Promise.all([renderer.close(), folder.remove()]);
    });
    afterAll(() => close());
  }

  get data(): RoundData {
    return this.ready.data;
  }

  /** Of a file there; without a name, of the folder. */
  path(name = ''): string {
    return join(this.ready.folder, name);
  }

  read(name: string): Promise<Buffer> {
    return readFile(this.path(name));
  }

  /** One of the whole round, with its prints kept in `cache`. */
  of(name: string, more: Partial<RoundOrder> = {}): RoundOrder {
    const { data, renderer } = this.ready;
    const evidence = evidenceOfFiles('0'.repeat(64));
    return { data, evidence, target: this.path(name), renderer, cacheDir: this.path('cache'), ...more };
  }

  private get ready() {
    if (!this.made) throw new Error('the orders are there from beforeAll on');
    return this.made;
  }
}
