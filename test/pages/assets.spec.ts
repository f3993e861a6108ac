import type TestAgent from 'supertest/lib/agent';
import { TestDatabase } from '../support/each-database';
import { startApp } from '../support/start-app';

describe('style sheet and scripts', () => {
  const db = new TestDatabase('sqlite');
  let stranger: TestAgent;
  beforeAll(async () => {
    await db.open();
    stranger = (await startApp(db)).stranger;
  });
  afterAll(() => db.close());

  const cacheOf = async (address: string) => {
    const answer = await stranger.get(address).expect(200);
    return [answer.headers['cache-control'], answer.headers['etag'] !== undefined];
  };

  it('are kept for good under the address that a page names', async () => {
    const { text } = await stranger.get('/dang-nhap').expect(200);
    const named = [...text.matchAll(/ (?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    const versioned = named.filter((address) => !address.startsWith('/assets/fonts/'));
    expect(new Set(versioned.map((address) => address.split('?')[0]))).toEqual(
      new Set(['/assets/icon.svg', '/assets/app.css', '/assets/htmx.min.js', '/assets/app.js']),
    );
    for (const address of versioned) {
      expect(address).toMatch(/\?v=[0-9a-f]{12}$/);
      expect(await cacheOf(address)).toEqual(['public, max-age=31536000, immutable', true]);
    }
  });

  it('are asked for again under the address of another version, and after an hour without one', async () => {
    expect(await cacheOf('/assets/app.css?v=000000000000')).toEqual(['no-cache', true]);
    expect(await cacheOf('/assets/app.css')).toEqual(['public, max-age=3600', true]);
  });
});
