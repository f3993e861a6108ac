import { createHash } from 'node:crypto';
import { readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceOfFiles } from '../../src/features/dossiers/bundle/evidence-source';
import { exportRound } from '../../src/features/dossiers/bundle/export-round';
import { DossierCache } from '../../src/features/dossiers/printing/dossier-cache';
import { withoutContent } from '../../src/features/dossiers/printing/dossier.printer';
import { type RenderOptions, renderRound } from '../../src/features/dossiers/bundle/render-round';
import type { RoundData } from '../../src/features/dossiers/documents/round-documents';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer';
import { FrozenClock } from '../support/frozen-clock';
import { loadCase, scratchFolder, withNominations } from './support/round';

/** Of the whole file: to compare megabytes byte by byte is slow. */
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a round that is printed again', () => {
  let renderer: PdfRenderer;
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let data: RoundData;
  let cacheDir: string;
  let first: Map<string, string>;

  beforeAll(async () => {
    folder = await scratchFolder();
    cacheDir = join(folder.path, 'cache');
    data = await loadCase('hung-yen');
    renderer = await PdfRenderer.open();
    first = await render('first', data, { renderer, cacheDir });
    await renderer.close();
  });
  afterAll(() => folder.remove());

  async function render(
    name: string,
    round: RoundData,
    options: RenderOptions,
  ): Promise<Map<string, string>> {
    const out = join(folder.path, name);
    const { files } = await renderRound(round, out, options);
    return new Map(
      await Promise.all(
        files.map(async (file) => [file, digestOf(await readFile(join(out, file)))] as const),
      ),
    );
  }

  /** A browser that cannot start: whatever is printed with it comes out of the cache. */
  async function broken(): Promise<PdfRenderer> {
    const path = join(folder.path, 'chrome');
    await writeFile(path, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const unable = await PdfRenderer.open({ executablePath: path });
    return Object.assign(unable, { fingerprint: renderer.fingerprint });
  }

  test('takes every document from the cache, byte for byte, without starting a browser', async () => {
    const seen: [number, number][] = [];
    const again = await render('again', data, {
      renderer: await broken(),
      cacheDir,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(again).toEqual(first);
    expect(seen).toEqual(Array.from({ length: first.size + 1 }, (_, done) => [done, first.size]));
  });

  test('without a cache gives the same bytes too', async () => {
    const fresh = await PdfRenderer.open();
    try {
      expect(await render('fresh', data, { renderer: fresh })).toEqual(first);
    } finally {
      await fresh.close();
    }
  });

  test('prints anew what was changed, and only that', async () => {
    const changed = withNominations(data, (one) =>
      one.code === 'TT-07' ? { ...one, members: 41, women: 17 } : one,
    );
    await expect(render('changed', changed, { renderer: await broken(), cacheDir })).rejects.toMatchObject({
      code: 'browser-failed',
    });
    const fresh = await PdfRenderer.open();
    try {
      const files = await render('changed', changed, { renderer: fresh, cacheDir });
      const different = [...files]
        .filter(([file, digest]) => first.get(file) !== digest)
        .map(([file]) => file);
      expect(different).toEqual(['nominations/tap-the/TT-07.pdf']);
    } finally {
      await fresh.close();
    }
  });

  test('does not trust an entry that was damaged on the disk', async () => {
    const entries = (await readdir(cacheDir, { recursive: true })).filter((name) => name.endsWith('.cache'));
    for (const entry of entries) {
      const bytes = await readFile(join(cacheDir, entry));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(join(cacheDir, entry), bytes);
    }
    const fresh = await PdfRenderer.open();
    try {
      expect(await render('mended', data, { renderer: fresh, cacheDir })).toEqual(first);
    } finally {
      await fresh.close();
    }
    expect(await render('mended-again', data, { renderer: await broken(), cacheDir })).toEqual(first);
  });

  test('as a bundle takes nothing from a kept file that is no longer what was kept', async () => {
    const [kept, target] = [join(folder.path, 'kept'), join(folder.path, 'kept.zip')];
    const evidence = evidenceOfFiles('0'.repeat(64));
    const fresh = await PdfRenderer.open();
    const exported = async () => {
      await exportRound({ data, evidence, target, renderer: fresh, cacheDir: kept }, ['nominations/tap-the']);
      return digestOf(await readFile(target));
    };
    try {
      const whole = await exported();
      const entries = (await readdir(kept, { recursive: true })).filter((name) => name.endsWith('.cache'));
      expect(entries.length).toBeGreaterThan(2);
      for (const [at, name] of entries.entries()) {
        const bytes = await readFile(join(kept, name));
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        await writeFile(join(kept, name), at % 2 === 0 ? bytes : bytes.subarray(0, bytes.length >> 1));
      }
      expect(await exported()).toBe(whole);
    } finally {
      await fresh.close();
    }
  });

  test('leaves no half-written file behind, not even when it fails', async () => {
    await expect(render('failed', data, { renderer: await broken() })).rejects.toMatchObject({
      code: 'browser-failed',
    });
    const names = await readdir(folder.path, { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(names.filter((name) => name.startsWith('failed/') && name.endsWith('.pdf'))).toEqual([]);
  });
});

describe('the cache of prints', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => {
    folder = await scratchFolder();
  });
  afterAll(() => folder.remove());

  const DAY = 24 * 60 * 60;
  const noon = Date.parse('2026-03-02T12:00:00.000Z') / 1000;

  test('forgets what nobody has asked for in thirty days, and only that', async () => {
    const clock = new FrozenClock('2026-03-02T12:00:00.000Z');
    const cache = new DossierCache(join(folder.path, 'cache'), clock);
    const aged = async (key: string, days: number) => {
      await cache.put(key, Buffer.from(key));
      const path = join(folder.path, 'cache', key.slice(0, 2), `${key}.pdf.cache`);
      await utimes(path, noon - days * DAY, noon - days * DAY);
    };
    await aged('aa-old', 31);
    await aged('bb-young', 29);
    await aged('cc-old-but-used', 31);
    expect(await cache.get('cc-old-but-used')).toEqual(Buffer.from('cc-old-but-used'));
    await cache.prune(100);
    expect(await cache.get('aa-old')).toBeUndefined();
    expect(await cache.get('bb-young')).toEqual(Buffer.from('bb-young'));
    expect(await cache.get('cc-old-but-used')).toEqual(Buffer.from('cc-old-but-used'));
  });

  test('notes once a day that an entry is still asked for', async () => {
    const cache = new DossierCache(join(folder.path, 'noted'), new FrozenClock('2026-03-02T12:00:00.000Z'));
    await cache.put('aa', Buffer.from('x'));
    const path = join(folder.path, 'noted/aa/aa.pdf.cache');
    const used = async (days: number) => {
      await utimes(path, noon - days * DAY, noon - days * DAY);
      expect(await cache.get('aa')).toEqual(Buffer.from('x'));
      return (noon - (await stat(path)).mtimeMs / 1000) / DAY;
    };
    expect([await used(0.5), await used(1.5), await used(29), await used(-3)]).toEqual([0.5, 0, 0, 0]);
  });

  test('keeps no more than it has room for: what was used last stays', async () => {
    const clock = new FrozenClock('2026-03-02T12:00:00.000Z');
    const cache = new DossierCache(join(folder.path, 'full'), clock);
    const half = Buffer.alloc(512 * 1024);
    for (const [day, key] of ['aa', 'bb', 'cc', 'dd'].entries()) {
      await cache.put(key, half);
      const path = join(folder.path, 'full', key, `${key}.pdf.cache`);
      await utimes(path, noon - (9 - day) * DAY, noon - (9 - day) * DAY);
    }
    await cache.get('aa');
    await cache.prune(2);
    const left = await Promise.all(['aa', 'bb', 'cc', 'dd'].map((key) => cache.get(key)));
    expect(left.map((bytes) => bytes?.length)).toEqual([half.length, undefined, half.length, half.length]);
  });

  test('is for its owner alone, and need not be there to be tidied', async () => {
    await new DossierCache(join(folder.path, 'nowhere')).prune(100);
    await new DossierCache(join(folder.path, 'new/dossiers')).put('dd', Buffer.from('x'));
    for (const name of ['new', 'new/dossiers'])
      expect((await stat(join(folder.path, name))).mode & 0o077).toBe(0);
  });
});

describe('what the log holds of a refused request', () => {
  test.each([
    ['https://evil.example/Nguyen-Van-A?x=1', 'https:'],
    ['file:///etc/passwd', 'file:'],
    ['Nguyễn Văn A', 'none'],
  ])('of %s is the scheme alone', (url, scheme) => {
    expect(withoutContent({ resource: 'image', url })).toEqual({ resource: 'image', scheme });
  });
});
