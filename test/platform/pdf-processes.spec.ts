import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { PDFDocument } from '@cantoo/pdf-lib';
import '../support/child-processes';
import { PdfFailure } from '../../src/platform/pdf/pdf-failure';
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

  it('do a task in a fresh one where theirs was ended while it was idle, or at work', async () => {
    const file = await onePage();
    await processes.run('read', file);
    const idle = started.at(-1);
    const gone = new Promise((resolve) => idle?.once('exit', resolve));
    idle?.kill('SIGKILL');
    await gone;
    expect((await processes.run('read', file)).pages).toBe(1);
    const count = started.length;
    // Held still, it cannot answer before it is ended.
    started.at(-1)?.kill('SIGSTOP');
    const atWork = processes.run('read', file);
    await nextTick();
    started.at(-1)?.kill('SIGKILL');
    expect((await atWork).pages).toBe(1);
    expect(started).toHaveLength(count + 1);
  });

  it('call a task too heavy that two of them die of, or that takes too long, which is not tried again', async () => {
    const file = await onePage();
    await processes.run('read', file);
    const count = started.length;
    const kill = (message: unknown) => {
      const { process: one } = message as { process: ChildProcess };
      one.once('spawn', () => one.kill('SIGKILL'));
    };
    subscribe('child_process', kill);
    started.at(-1)?.kill('SIGKILL');
    await expect(processes.run('read', file)).rejects.toEqual(new PdfFailure('too-heavy'));
    unsubscribe('child_process', kill);
    expect(started).toHaveLength(count + 1);
    await expect(processes.run('read', file, { timeoutMs: 1 })).rejects.toEqual(new PdfFailure('too-heavy'));
    expect(started).toHaveLength(count + 2);
  });
});
