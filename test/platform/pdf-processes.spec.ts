import { PDFDocument } from '@cantoo/pdf-lib';
import '../support/child-processes';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';

async function pages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < count; page += 1) document.addPage([100, 100]);
  return document.save({ useObjectStreams: false });
}

describe('the processes that read PDFs', () => {
  const processes = new PdfProcesses(1);
  afterAll(() => processes.close());

  it('end a task that is called off, and what waits behind it, and go on with the next one', async () => {
    const [long, short] = [await pages(3_000), await pages(3)];
    expect((await processes.run('read', short)).pages).toBe(3);
    const off = new AbortController();
    const { signal } = off;
    const begun = processes.run('read', long, { signal });
    const waiting = processes.run('read', long, { signal });
    setTimeout(() => off.abort('đã hủy'), 20);
    expect(await Promise.allSettled([begun, waiting])).toMatchObject([
      { reason: 'đã hủy' },
      { reason: 'đã hủy' },
    ]);
    expect((await processes.run('read', short)).pages).toBe(3);
  });
});
