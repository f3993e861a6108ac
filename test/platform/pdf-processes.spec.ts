import { PDFDocument } from '@cantoo/pdf-lib';
import '../support/child-processes';
import { PdfProcesses } from '../../src/platform/pdf/process/pdf-processes';

async function onePage(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([100, 100]);
  return document.save({ useObjectStreams: false });
}

/** All that was promised is done by then, and no other process can have answered. */
const nextTick = () => new Promise<void>((next) => process.nextTick(next));

describe('the processes that read PDFs', () => {
  const processes = new PdfProcesses(1);
  afterAll(() => processes.close());

  it('end a task that is called off, and what waits behind it, and go on with the next one', async () => {
    const file = await onePage();
    expect((await processes.run('read', file)).pages).toBe(1);
    const off = new AbortController();
    const { signal } = off;
    const begun = processes.run('read', file, { signal });
    const waiting = processes.run('read', file, { signal });
    await nextTick();
    off.abort('đã hủy');
    expect(await Promise.allSettled([begun, waiting])).toMatchObject([
      { reason: 'đã hủy' },
      { reason: 'đã hủy' },
    ]);
    expect((await processes.run('read', file)).pages).toBe(1);
  });
});
