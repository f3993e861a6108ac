import type TestAgent from 'supertest/lib/agent';
import { nominationsOf } from '../../support/cases';
import { PHASE } from '../../support/opened-phase';
import { formToken } from '../../support/start-app';

export const UNIT = 'Phòng Quản lý Công nghệ';

/** A draft of the unit, with the scores that it needs to be sent; gives its id. */
export async function drafted(unit: TestAgent, code: string, name = UNIT): Promise<string> {
  const [model] = nominationsOf('hung-yen').nominations;
  const made = { code, subject: 'collective', name, unit: name, scores: { self: model?.scores.self } };
  return (await unit.post(`${PHASE}/nominations`).send(made).expect(201)).body.id as string;
}

export interface FormFile {
  name: string;
  content: Buffer;
  /** What the sender says that it is. */
  type?: string;
}

/** Sends the form of the evidence page as a browser does. */
export async function sendFiles(
  browser: TestAgent,
  nomination: string,
  files: readonly FormFile[],
  fields: Record<string, string> = { criterion: 'a' },
) {
  const page = `/de-nghi/${nomination}/minh-chung`;
  const { text } = await browser.get(page);
  const sending = browser.post(page).field('_csrf', formToken(text));
  for (const [name, value] of Object.entries(fields)) sending.field(name, value);
  for (const { name, content, type = 'application/octet-stream' } of files)
    sending.attach('files', content, { filename: name, contentType: type });
  return sending;
}

/** What the errors of a refused form say. */
export function errorsOf(html: string): string[] {
  return [...html.matchAll(/<li>(?:<a href="#[^"]*">)?([^<]+)/g)].map(([, text]) => String(text));
}
