import type TestAgent from 'supertest/lib/agent';
import type { Group } from '../../../src/domain/access';
import type { Config } from '../../../src/platform/config/config';
import { type PlainNomination, nominationsOf, reasonsFor } from '../../support/cases';
import type { TestDatabase } from '../../support/each-database';
import { API, PHASE, importWorkedCase } from '../../support/opened-phase';
import { type TestApp, type Who, startApp } from '../../support/start-app';
import { type Heard, call, form } from './heard';
import type { World } from './rule';

/** Somebody at a browser and with a token: both doors of one person. */
export interface Doors {
  page: TestAgent;
  api: TestAgent;
  unit: string;
}

/** The worked phase, the office, and a unit that sends nominations of its own. */
export interface OfficeWorld extends World {
  app: TestApp;
  office: Doors;
  admin: Doors;
  unit: Doors;
  /** Has a unit of its own with nothing in it. */
  stranger: Doors;
  ids: Map<string, string>;
}

export async function officeWorld(db: TestDatabase, config: Partial<Config> = {}): Promise<OfficeWorld> {
  const app = await startApp(db, { config });
  const ids = await importWorkedCase(app.agent);
  return {
    db,
    app,
    ids,
    office: await doors(app, ['office'], 'Văn phòng Sở'),
    admin: await doors(app, ['administrator'], 'Văn phòng Sở'),
    unit: await doors(app, ['unit'], 'Phòng Bưu chính, Viễn thông'),
    stranger: await doors(app, ['unit'], 'Trung tâm Ứng dụng tiến bộ'),
  };
}

let people = 0;

/** A new person of these groups. */
export async function doors(
  app: TestApp,
  groups: Group[],
  unit: string,
  more: Partial<Who> = {},
): Promise<Doors> {
  people += 1;
  const who = { username: `nguoi-${people}`, name: `Người ${people}`, groups, unit, ...more };
  return { page: await app.browser(who), api: await app.person(who), unit };
}

let codes = 0;

/** A code that no nomination has. */
export function newCode(): string {
  codes += 1;
  return `M-${codes}`;
}

export const MODEL = nominationsOf('hung-yen').nominations[0] as PlainNomination;

/** A draft of the unit; gives its id. */
export async function draft({ api, unit }: Doors, more: object = {}): Promise<string> {
  const code = newCode();
  const plain = { code, subject: 'collective', name: `Tập thể ${code}`, unit };
  const whole = { ...plain, scores: { self: MODEL.scores.self }, ...more };
  const { body } = await api.post(`${PHASE}/nominations`).send(whole).expect(201);
  return (body as { id: string }).id;
}

export type Standing =
  'draft' | 'submitted' | 'returned' | 'accepted' | 'scored' | 'appraised' | 'before-council' | 'withdrawn';

/** A new nomination of the unit that has come so far; `scored` is accepted and ready to be appraised. */
export async function standing({ unit, office }: OfficeWorld, at: Standing): Promise<string> {
  const id = await draft(unit);
  const step = (who: Doors, name: string, sent: object = {}) =>
    who.api.post(`${API}/nominations/${id}/${name}`).send(sent).expect(201);
  if (at === 'draft') return id;
  await step(unit, 'submission');
  if (at === 'submitted') return id;
  if (at === 'withdrawn') await step(unit, 'withdrawal', { reason: 'Đơn vị xin rút' });
  if (at === 'returned') await step(office, 'return', { reason: 'Bổ sung báo cáo' });
  if (at === 'withdrawn' || at === 'returned') return id;
  await step(office, 'acceptance');
  if (at === 'accepted') return id;
  await appraise(office, id);
  if (at === 'scored') return id;
  await step(office, 'appraisal');
  if (at === 'before-council') await step(office, 'referral');
  return id;
}

/** The worked appraisal, with its reasons. */
export async function appraise(
  { api }: Doors,
  id: string,
  entries: object = MODEL.scores.appraisal,
  reasons = {},
) {
  const url = `${API}/nominations/${id}/scores/appraisal`;
  const { headers } = await api.get(url).expect(200);
  const sent = { entries, reasons: { ...reasonsFor(MODEL.scores), ...reasons } };
  await api.put(url).set('If-Match', String(headers['etag'])).send(sent).expect(200);
}

/** The nomination whose code ends so, as somebody finds it. */
export async function idOf({ api }: Doors, code: string): Promise<string> {
  const { body } = await api.get(`${PHASE}/nominations?q=${code}`).expect(200);
  const { items } = body as { items: { id: string; code: string }[] };
  return items.find((each) => each.code.endsWith(code))?.id ?? '';
}

/** A part of a nomination in document form. */
export async function partOf({ api }: Doors, id: string, part: readonly string[]): Promise<unknown> {
  const { body } = await api.get(`${API}/nominations/${id}`).expect(200);
  const { nomination } = body as { nomination: unknown };
  return part.reduce((whole, key) => (whole as Record<string, unknown>)[key], nomination);
}

/** Edits a nomination as it stands now. */
export async function edit({ api }: Doors, id: string, plain: object): Promise<void> {
  const url = `${API}/nominations/${id}`;
  const { headers } = await api.get(url).expect(200);
  await api.put(url).set('If-Match', String(headers['etag'])).send(plain).expect(200);
}

/** How the nomination stands, as the office or its unit reads it. */
export async function stateOf({ api }: Doors, id: string): Promise<string> {
  const { body } = await api.get(`${API}/nominations/${id}`).expect(200);
  return (body as { state: string }).state;
}

export type Step = 'accept' | 'return' | 'appraise' | 'refer' | 'reopen' | 'withdraw' | 'discard' | 'submit';

const ROUTES: Record<Step, string> = {
  accept: 'acceptance',
  return: 'return',
  appraise: 'appraisal',
  refer: 'referral',
  reopen: 'reopening',
  withdraw: 'withdrawal',
  discard: 'discarding',
  submit: 'submission',
};

/** A nomination, and why the step is taken with it; `isKept` once the rule is kept. */
export interface Taken {
  id: string;
  reason?: string;
  isKept?: boolean;
}

/** Takes a step on the page of the nomination; a unit sends from the page that checks before. */
export function stepOnPage({ page }: Doors, step: Step, { id, reason }: Taken): Promise<Heard> {
  return form(page, `/de-nghi/${id}/${step === 'submit' ? 'gui' : `buoc/${step}`}`, { reason });
}

export function stepByApi({ api }: Doors, step: Step, { id, reason }: Taken): Promise<Heard> {
  return call(api.post(`${API}/nominations/${id}/${ROUTES[step]}`).send({ reason }));
}
