import type TestAgent from 'supertest/lib/agent';
import { nominationsOf } from './cases';
import { API, PHASE, importWorkedCase } from './opened-phase';
import { type TestApp, startApp } from './start-app';
import type { TestDatabase } from './each-database';
import { type Clerk, clerk } from './unit-clerk';

export const SENDER = 'Phòng Bưu chính, Viễn thông';
export const BOARD = '/van-phong?phong-trao=hung-yen-ha-tang-tiet-kiem&giai-doan=GD1';
export const LIST = '/van-phong/tim?phong-trao=hung-yen-ha-tang-tiet-kiem&giai-doan=GD1';
export const PHASE_FIELDS = { 'phong-trao': 'hung-yen-ha-tang-tiet-kiem', 'giai-doan': 'GD1' };

/** The worked phase, an office at its browser, and a unit that can send nominations of its own. */
export interface OfficeWorld {
  app: TestApp;
  office: TestAgent;
  unit: Clerk;
  /** Ids of the sixteen worked nominations, by code. */
  ids: Map<string, string>;
}

export async function officeWorld(db: TestDatabase): Promise<OfficeWorld> {
  const app = await startApp(db);
  const ids = await importWorkedCase(app.agent);
  return {
    app,
    ids,
    office: await app.browser({ username: 'van-phong', name: 'Nguyễn Thị Thu Hà', groups: ['office'] }),
    unit: await clerk(app, 'nguoi-gui', SENDER, 'Phạm Thị Mai'),
  };
}

/** A complete nomination of the unit, sent to the office; gives its id. */
export async function sent(
  { unit }: Pick<OfficeWorld, 'unit'>,
  code: string,
  more: object = {},
): Promise<string> {
  const [model] = nominationsOf('hung-yen').nominations;
  const plain = {
    ...model,
    code,
    name: `Tập thể ${code}`,
    unit: SENDER,
    scores: { self: model?.scores.self },
    ballots: {},
    matters: [],
    report: {},
    ...more,
  };
  const { body } = await unit.api.post(`${PHASE}/nominations`).send(plain).expect(201);
  const id = String(body.id);
  await unit.api.post(`${API}/nominations/${id}/submission`).expect(201);
  return id;
}

/** The text of a page without its tags, on one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
