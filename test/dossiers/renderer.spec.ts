import { DomainError } from '../../src/domain/domain-error';
import { findBrowser } from '../../src/platform/pdf/find-browser';
import { PdfRenderer, type RendererOptions } from '../../src/platform/pdf/pdf-renderer';
import { stabilise } from '../../src/platform/pdf/stable-bytes';

const page = (text: string) =>
  `<!doctype html><html lang="vi"><title>${text}</title><h1>${text}</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>`;

async function withRenderer<T>(
  options: RendererOptions,
  work: (renderer: PdfRenderer) => Promise<T>,
): Promise<T> {
  const renderer = await PdfRenderer.open(options);
  try {
    return await work(renderer);
  } finally {
    await renderer.close();
  }
}

describe('the renderer', () => {
  test('a browser is found on this machine', async () => {
    expect(await findBrowser()).toEqual(expect.any(String));
  });

  test('a browser named by the environment that is not there is not replaced by another', async () => {
    expect(
      await findBrowser({ ...process.env, PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' }),
    ).toBeUndefined();
  });

  test('the same document gives the same bytes: another browser, another second, after other documents', async () => {
    const first = await withRenderer({ pages: 1 }, (renderer) =>
      renderer.print(page('Một'), { day: '2025-12-20' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const second = await withRenderer({ pages: 1 }, async (renderer) => {
      for (const other of ['Hai', 'Ba', 'Bốn']) await renderer.print(page(other));
      return renderer.print(page('Một'), { day: '2025-12-20' });
    });
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.from(first).toString('latin1')).toContain("/CreationDate (D:20251220000000+00'00')");
  });

  test('dates in the title of a document are left alone', async () => {
    const title = '/ModDate (D:19990101000000) endobj';
    const bytes = await withRenderer({}, (renderer) => renderer.print(page(title), { day: '2025-12-20' }));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/\/(?:Creation|Mod)Date \(D:20251220000000/g)).toHaveLength(2);
    expect(text).toContain('19990101000000');
  });

  test('a file identifier becomes a digest of the content', () => {
    const trailer = (id: string) => Buffer.from(`%PDF-1.4 body trailer << /ID [<${id}> <${id}>] >>`);
    const [one, other] = ['a', 'b'].map((digit) => stabilise(trailer(digit.repeat(32)), '2025-12-20'));
    expect(one).toEqual(other);
    expect(Buffer.from(one ?? []).toString()).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/);
    expect(Buffer.from(one ?? []).toString()).not.toMatch(/<0{32}>/);
  });

  test('no print is lost when the browser dies in the middle of them', async () => {
    await withRenderer({ pages: 2 }, async (renderer) => {
      const whole = await renderer.print(page('Số 0'));
      const before = await renderer.processId();
      const prints = Array.from({ length: 12 }, (_, at) => renderer.print(page(`Số ${at}`)));
      if (before) process.kill(-before, 'SIGKILL');
      const pdfs = await Promise.all(prints);
      expect(pdfs.map((pdf) => Buffer.from(pdf).toString('latin1', 0, 5))).toEqual(Array(12).fill('%PDF-'));
      expect(Buffer.compare(pdfs[0] ?? Buffer.of(), whole)).toBe(0);
      expect(await renderer.processId()).not.toBe(before);
    });
  });

  test('the browser is restarted after its share of prints', async () => {
    await withRenderer({ pages: 2, printsPerBrowser: 3 }, async (renderer) => {
      const processes = new Set<number | undefined>();
      for (let at = 0; at < 10; at += 1) {
        await renderer.print(page(String(at)));
        processes.add(await renderer.processId());
      }
      expect(processes.size).toBe(4);
    });
  });

  test('a full queue refuses with a word to the user, and those in line are all served', async () => {
    await withRenderer({ pages: 1, waitingLimit: 2 }, async (renderer) => {
      const prints = Array.from({ length: 5 }, (_, at) => renderer.print(page(String(at))));
      const results = await Promise.allSettled(prints);
      expect(results.map(({ status }) => status)).toEqual([
        ...Array<string>(3).fill('fulfilled'),
        ...Array<string>(2).fill('rejected'),
      ]);
      expect(
        results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
      ).toEqual([new DomainError('renderer-busy'), new DomainError('renderer-busy')]);
    });
  });

  test('a document that takes too long is given up, and the next one is printed', async () => {
    await withRenderer({ pages: 1, timeoutMs: 2_000 }, async (renderer) => {
      await renderer.print(page('Trước'));
      const endless = '<div style="display:grid">'.repeat(500) + '<p>x</p>'.repeat(200_000);
      await expect(renderer.print(endless)).rejects.toMatchObject({ code: 'print-timeout' });
      expect((await renderer.print(page('Sau'))).length).toBeGreaterThan(1000);
    });
  });

  test('without a browser there is a clear refusal', async () => {
    const path = process.env.PUPPETEER_EXECUTABLE_PATH;
    process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
    try {
      await expect(PdfRenderer.open()).rejects.toEqual(new DomainError('no-browser'));
    } finally {
      if (path === undefined) delete process.env.PUPPETEER_EXECUTABLE_PATH;
      else process.env.PUPPETEER_EXECUTABLE_PATH = path;
    }
  });
});
