import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
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
  const started: ChildProcess[] = [];
  const seen = (message: unknown) => started.push((message as { process: ChildProcess }).process);
  beforeAll(() => subscribe('child_process', seen));
  afterAll(async () => {
    unsubscribe('child_process', seen);
    await processes.close();
  });

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
    expect(started.map(({ killed }) => killed)).toEqual([true]);
    expect((await processes.run('read', file)).pages).toBe(1);
    expect(started.map(({ killed }) => killed)).toEqual([true, false]);
  });

  it('give no answer that comes as the task is called off', async () => {
    const file = await onePage();
    const off = new AbortController();
    started.at(-1)?.once('message', () => off.abort('đã hủy'));
    await expect(processes.run('read', file, { signal: off.signal })).rejects.toBe('đã hủy');
    expect(started.at(-1)?.killed).toBe(true);
  });
});
