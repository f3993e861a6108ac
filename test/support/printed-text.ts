import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type TestAgent from 'supertest/lib/agent';
import { readPdf, textOf } from '../dossiers/support/pdf';
import type { TestDatabase } from './each-database';

/** What a person reads. */
export function words(html: string): string {
  return html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
}

/** The text of a PDF at an address. */
export async function printedText(db: TestDatabase, agent: TestAgent, address: string): Promise<string> {
  const { body } = await agent.get(address).buffer(true).expect(200);
  const path = join(db.config.dataDir, 'van-ban.pdf');
  await writeFile(path, body as Buffer);
  return textOf(await readPdf(path));
}
