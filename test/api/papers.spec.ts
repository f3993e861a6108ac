import { AuditEventEntity } from '../../src/features/audit/audit-event.entity';
import { DecisionRow } from '../../src/features/awards/decision.entity';
import { PaperIssueRow } from '../../src/features/dossiers/papers/paper-issue.entity';
import { PaperWordingRow } from '../../src/features/dossiers/papers/paper-wording.entity';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, importWorkedCase, propose } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const SUBMISSION = `${PHASE}/papers/submission/BK`;
const TEMPLATES = `${API}/campaigns/${CAMPAIGN}/document-templates`;

interface Answer {
  code: string;
  findings: { path: (string | number)[]; code: string; message: string }[];
}

/** What is wrong, as `path: code`. */
function wrong(body: unknown): string[] {
  return (body as Answer).findings.map(({ path, code }) => `${path.join('.')}: ${code}`);
}

function told(state: string | null | undefined): unknown {
  return JSON.parse(state ?? 'null');
}

describeOnEachDatabase('number, day and signer of a paper', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const put = (url: string, seen: number, body: object) =>
    api.agent.put(url).set('If-Match', `"v${seen}"`).send(body);
  const events = async () =>
    (await db.unitOfWork.reader.find(AuditEventEntity, { order: { ordinal: 'ASC' } }))
      .filter(({ action }) => action === 'paper.issue')
      .map(({ before, after }) => [told(before), told(after)]);

  it('is blank until somebody fills it in', async () => {
    const { body, headers } = await api.agent.get(SUBMISSION).expect(200);
    expect(body).toEqual({
      kind: 'submission',
      subject: 'BK',
      number: null,
      day: null,
      authority: null,
      signer: null,
      by: null,
      at: null,
      version: 0,
    });
    expect(headers.etag).toBe('"v0"');
  });

  it('is refused with all that is wrong, and nothing is stored', async () => {
    const body = { number: '1 25', day: '2025-02-30', authority: 'GIÁM ĐỐC', signer: '' };
    const answer = await put(SUBMISSION, 0, body).expect(422);
    expect(wrong(answer.body)).toEqual([
      'number: issue-number-space',
      'day: issue-not-a-day',
      'signer: issue-signer-missing',
    ]);
    expect(await db.unitOfWork.reader.count(PaperIssueRow)).toBe(0);
    expect(await events()).toEqual([]);
  });

  it.each([
    ['125/TTr-SKHCN', 'issue-number-symbol'],
    ['#5', 'issue-number-characters'],
    ['9'.repeat(21), 'text-too-long'],
  ])('takes no number “%s”', async (number, code) => {
    expect(wrong((await put(SUBMISSION, 0, { number }).expect(422)).body)).toEqual([`number: ${code}`]);
  });

  it('takes no signer that cannot be printed', async () => {
    const { body } = await put(SUBMISSION, 0, { authority: 'x'.repeat(201), signer: 'An\u202E Bình' });
    expect(wrong(body)).toEqual(['authority: text-too-long', 'signer: text-unprintable']);
  });

  it('is filled in, and mended by whoever has seen it; the audit tells both', async () => {
    const first = await put(SUBMISSION, 0, { number: '5', day: '2025-12-09' }).expect(200);
    expect([first.headers.etag, first.body]).toEqual([
      '"v1"',
      expect.objectContaining({ number: '5', day: '2025-12-09', signer: null }),
    ]);
    await put(SUBMISSION, 0, { number: '6' }).expect(412);
    await api.agent.put(SUBMISSION).send({ number: '6' }).expect(428);
    const signed = {
      number: '6',
      day: '2025-12-10',
      authority: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC',
      signer: 'Lê Thị Bình',
    };
    await put(SUBMISSION, 1, signed).expect(200);
    expect((await api.agent.get(SUBMISSION)).body).toMatchObject({
      ...signed,
      version: 2,
      by: 'Văn phòng Sở',
    });
    const paper = { kind: 'submission', subject: 'BK', authority: null, signer: null };
    const former = { ...paper, number: '5', day: '2025-12-09' };
    expect(await events()).toEqual([
      [null, former],
      [former, { ...paper, ...signed }],
    ]);
  });

  it('belongs to a paper that is there', async () => {
    for (const paper of ['submission/ZZ', 'minutes/1', 'score-sheet/TT-99', 'review-report/GD2', 'letter/BK'])
      expect([paper, (await put(`${PHASE}/papers/${paper}`, 0, {})).body.code]).toEqual([
        paper,
        'paper-not-found',
      ]);
    for (const paper of ['score-sheet/TT-01', 'review-report/GD1', 'award-decision/GK'])
      await put(`${PHASE}/papers/${paper}`, 0, { number: '1' }).expect(200);
  });

  it('changes no input of a proposal', async () => {
    const before = await propose(api.agent);
    await put(SUBMISSION, 2, { number: '7' }).expect(200);
    const choice = { proposal: before, nomination: 'TT-01', award: 'BK' };
    await api.agent.post(`${PHASE}/decisions`).send(choice).expect(201);
  });

  it('of a decision is that of the decisions on its award, unless they have another paper', async () => {
    const proposal = await propose(api.agent);
    const decide = (nomination: string, number?: string) =>
      api.agent
        .post(`${PHASE}/decisions`)
        .send({ proposal, nomination, award: 'BK', number, reason: 'Ý kiến của Hội đồng' })
        .expect(201);
    await decide('TT-02');
    await decide('CN-01', '99/QĐ-UBND');
    const decision = `${PHASE}/papers/award-decision/BK`;
    const numbers = async () =>
      (await db.unitOfWork.reader.find(DecisionRow, { order: { decidedAt: 'ASC', award: 'ASC' } }))
        .map(({ number, date }) => `${number} ${date}`)
        .toSorted();
    await put(decision, 0, { number: '1234/QĐ-UBND', day: '2025-12-30' }).expect(200);
    expect(await numbers()).toEqual([
      '1234/QĐ-UBND 2025-12-30',
      '1234/QĐ-UBND 2025-12-30',
      '99/QĐ-UBND null',
    ]);
    await put(decision, 1, { number: '1235/QĐ-UBND', day: '2025-12-31' }).expect(200);
    expect(await numbers()).toEqual([
      '1235/QĐ-UBND 2025-12-31',
      '1235/QĐ-UBND 2025-12-31',
      '99/QĐ-UBND null',
    ]);
    await put(decision, 2, {}).expect(200);
    expect(await numbers()).toEqual(['99/QĐ-UBND null', 'null null', 'null null']);
  });

  it('is the office’s to fill in and the leadership’s to read', async () => {
    const leadership = await api.person({ username: 'lanh-dao', groups: ['leadership'] });
    const unit = await api.person({ username: 'don-vi', groups: ['unit'], unit: 'Đơn vị A' });
    await leadership.get(SUBMISSION).expect(200);
    await leadership.put(SUBMISSION).set('If-Match', '"v3"').send({ number: '8' }).expect(403);
    await unit.get(SUBMISSION).expect(403);
    await unit.get(TEMPLATES).expect(403);
  });
});

describeOnEachDatabase('the wording of a form', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await importWorkedCase(api.agent);
  });

  const put = (template: string, seen: number, body: object) =>
    api.agent.put(`${TEMPLATES}/${template}`).set('If-Match', `"v${seen}"`).send(body);
  const stored = () => db.unitOfWork.reader.find(PaperWordingRow);

  it('is refused with every line that is wrong, and nothing is stored', async () => {
    const grounds = [
      'Căn cứ Luật Thi đua, khen thưởng;',
      'Luật khác',
      ' ',
      'Căn cứ Luật Thi đua, khen thưởng;',
      `Căn cứ ${'x'.repeat(500)}`,
      'Căn cứ \u202Exyz',
    ];
    const headings = { type: 'Tờ trình', collective: ' ', motto: 'x', attachments: 7 };
    const { body } = await put('to-trinh', 0, { headings, grounds }).expect(422);
    expect(wrong(body)).toEqual([
      'headings.type: heading-lower',
      'headings.collective: heading-empty',
      'headings.motto: heading-unknown',
      'headings.attachments: heading-empty',
      'grounds.1: ground-start',
      'grounds.2: ground-empty',
      'grounds.3: ground-twice',
      'grounds.4: ground-long',
      'grounds.5: ground-unprintable',
    ]);
    expect((body as Answer).findings[5]?.message).toBe('dòng 3 của căn cứ: để trống');
    expect(await stored()).toEqual([]);
    expect(wrong((await put('danh-sach', 0, { grounds: ['Căn cứ Luật'] })).body)).toEqual([
      'grounds: grounds-none',
    ]);
    expect(wrong((await put('to-trinh', 0, { grounds: [] })).body)).toEqual(['grounds: grounds-empty']);
  });

  it('keeps what differs from the form, and is put back', async () => {
    const headings = { type: 'TỜ TRÌNH', attachments: 'Kèm theo Tờ trình này' };
    const grounds = ['Căn cứ Quy chế thi đua của Sở;', '[biên bản]'];
    const { body } = await put('to-trinh', 0, { headings, grounds }).expect(200);
    expect(body).toMatchObject({ template: 'to-trinh', version: 1, by: 'Văn phòng Sở' });
    expect(await stored()).toMatchObject([
      {
        headings: { attachments: 'Kèm theo Tờ trình này' },
        grounds: ['Căn cứ Quy chế thi đua của Sở', '[biên bản]'],
      },
    ]);
    expect((await api.agent.get(`${TEMPLATES}/to-trinh`)).body).toMatchObject({
      headings: { type: 'TỜ TRÌNH', attachments: 'Kèm theo Tờ trình này', collective: 'Tập thể' },
    });
    await put('to-trinh', 0, { headings: {} }).expect(412);
    await api.agent.delete(`${TEMPLATES}/to-trinh`).set('If-Match', '"v1"').expect(204);
    expect((await api.agent.get(`${TEMPLATES}/to-trinh`)).body).toMatchObject({ version: 0, grounds: null });
    const [event] = await db.unitOfWork.reader.findBy(AuditEventEntity, { action: 'paper.wording-reset' });
    expect(told(event?.before)).toEqual({
      template: 'to-trinh',
      headings: { attachments: 'Kèm theo Tờ trình này' },
      grounds: ['Căn cứ Quy chế thi đua của Sở', '[biên bản]'],
    });
  });

  it('belongs to a form and a campaign that are there', async () => {
    await put('khong-co', 0, {}).expect(404);
    await api.agent.get(`${API}/campaigns/khong-co/document-templates`).expect(404);
    expect((await api.agent.get(TEMPLATES)).body.items.length).toBeGreaterThan(5);
  });
});
