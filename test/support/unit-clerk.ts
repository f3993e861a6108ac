import type TestAgent from 'supertest/lib/agent';
import { API, PHASE } from './opened-phase';
import { plainText } from './plain-text';
import { type TestApp, formToken } from './start-app';

export const UNIT = 'Phòng Kế hoạch – Tài chính';
export const ANOTHER_UNIT = 'Trung tâm Ứng dụng tiến bộ';

/** A clerk of a unit at a browser, and the same person at the API. */
export interface Clerk {
  page: TestAgent;
  api: TestAgent;
}

export async function clerk(app: TestApp, username: string, unit = UNIT, name = username): Promise<Clerk> {
  const who = { username, name, groups: ['unit' as const], unit };
  return { page: await app.browser(who), api: await app.person(who) };
}

/** Begins a draft in the worked phase; gives its id. */
export async function begin({ api }: Clerk, code: string, more: object = {}, unit = UNIT): Promise<string> {
  const plain = { code, subject: 'collective', name: `Tập thể ${code}`, unit, ...more };
  const { body } = (await api.post(`${PHASE}/nominations`).send(plain).expect(201)) as {
    body: { id: string };
  };
  return body.id;
}

/** The fields of the form of a draft as a browser would send them, by name. */
export function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const { name, value = '', type = 'text' } = attributes(tag);
    const isPicked = type !== 'radio' && type !== 'checkbox' ? true : / checked/.test(tag);
    if (name && isPicked) fields[name] = value;
  }
  for (const [, name = '', text = ''] of html.matchAll(
    /<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g,
  ))
    fields[name] = plainText(text);
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = plainText(/value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return fields;
}

function attributes(tag: string): { name?: string; value?: string; type?: string } {
  return Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value = '']) => [key, plainText(value)]),
  );
}

/** Opens the form of a draft, changes some fields and sends it as a browser without scripts does. */
export async function sendDraft({ page }: Clerk, id: string, change: Record<string, string>, to = 'soan') {
  const { text } = await page.get(`/de-nghi/${id}/soan`).expect(200);
  return page
    .post(`/de-nghi/${id}/${to}`)
    .type('form')
    .send({ ...fieldsIn(text), _csrf: formToken(text), ...change });
}

/** The nomination in document form as its unit sees it. */
export async function nominationOf({ api }: Clerk, id: string) {
  const { body } = (await api.get(`${API}/nominations/${id}`).expect(200)) as {
    body: { nomination: Record<string, unknown>; version: number; state: string };
  };
  return body;
}
