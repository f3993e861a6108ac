import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { parseYaml } from '../../src/features/campaigns/files/parse-yaml';
import { writeTemplate } from '../../src/features/nominations/files/write-template';
import { caseText, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { API, PHASE, fileCampaign } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const yaml = caseText('hung-yen', 'nominations.yaml');

describeOnEachDatabase('an import', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await fileCampaign(api.agent);
  });

  const send = (text: string) => api.agent.post(`${PHASE}/imports`).type('application/yaml').send(text);
  const count = async () => (await api.agent.get(`${PHASE}/nominations`)).body.total as number | undefined;

  it('with one wrong line takes in nothing at all and does not open the phase', async () => {
    const wrong = yaml.replace('a: 19\n', 'a: 21\n').replace('women: 5', 'women: 50');
    const { body } = await send(wrong).expect(422);
    const errors = body.findings.filter(({ level }: { level: string }) => level === 'error');
    expect(errors.map(({ code, line }: { code: string; line: number }) => [code, line > 1])).toEqual([
      ['women-above-members', true],
      ['above-max', true],
    ]);
    expect((await api.agent.get(PHASE)).body.code).toBe('phase-not-open');
    expect((await api.agent.get(`${API}/units`).expect(200)).body.total).toBe(0);
  });

  it('that is a workbook which nobody filled in is refused with sheet and cell', async () => {
    const { campaign } = readCampaign(parseYaml(caseText('hung-yen', 'campaign.yaml')).plain);
    if (!campaign) throw new Error('the worked plan is sound');
    const folder = await mkdtemp(join(tmpdir(), 'thidua-import-'));
    await writeTemplate(campaign, join(folder, 'empty.xlsx'));
    const bytes = await readFile(join(folder, 'empty.xlsx'));
    await rm(folder, { recursive: true });
    const { body } = await api.agent.post(`${PHASE}/imports`).type(XLSX).send(bytes).expect(422);
    expect(body.findings.length).toBeGreaterThan(0);
    expect(body.findings.some(({ sheet }: { sheet?: string }) => sheet !== undefined)).toBe(true);
  });

  it('opens the phase by its head and takes in everything', async () => {
    const { body } = await send(yaml).expect(201);
    expect(body).toMatchObject({ opened: true, tieResolutions: 0 });
    expect(body.nominations).toHaveLength(16);
    expect(await count()).toBe(16);
  });

  it('of codes that are there already is refused, each with its line', async () => {
    const { body } = await send(yaml).expect(422);
    const taken = body.findings.filter(({ code }: { code: string }) => code === 'nomination-exists');
    expect(taken).toHaveLength(16);
    expect(taken.every(({ line }: { line: number }) => line > 1)).toBe(true);
    expect(await count()).toBe(16);
  });

  it('with another day of decision than the phase has is refused', async () => {
    const nominations = [{ ...nominationsOf('hung-yen').nominations[0], code: 'TT-90' }];
    const document = { ...nominationsOf('hung-yen'), nominations, date: '2025-12-21' };
    const { body } = await api.agent.post(`${PHASE}/imports`).send(document).expect(422);
    expect(body.code).toBe('phase-settings-differ');
  });

  it('may leave out what the phase knows already', async () => {
    const nominations = [{ ...nominationsOf('hung-yen').nominations[0], code: 'TT-91' }];
    const document = { schema: 'thidua/nominations@1', nominations };
    await api.agent.post(`${PHASE}/imports`).send(document).expect(201);
    expect(await count()).toBe(17);
  });

  it('in YAML of more than a megabyte is refused at once, and as JSON it is read', async () => {
    const padding = `# ${'x'.repeat(1_000_000)}\n`;
    const { body } = await send(padding + yaml).expect(413);
    expect([body.code, body.detail]).toEqual(['yaml-too-long', expect.stringContaining('JSON')]);
    const json = `${' '.repeat(1_000_000)}${JSON.stringify(nominationsOf('hung-yen'))}`;
    const read = await send(json).expect(422);
    expect(read.body.findings[0]).toMatchObject({ code: 'nomination-exists' });
  });

  it('and another that come at the same time take in each nomination once', async () => {
    const [model] = nominationsOf('hung-yen').nominations;
    const document = (...codes: string[]) => ({
      schema: 'thidua/nominations@1',
      nominations: codes.map((code) => ({ ...model, code })),
    });
    const before = (await count()) ?? 0;
    const answers = await Promise.all(
      [document('TT-70', 'TT-71'), document('TT-71', 'TT-72'), document('TT-73')].map((each) =>
        api.agent.post(`${PHASE}/imports`).send(each),
      ),
    );
    const [one, two, three] = answers.map(({ status }) => status);
    expect(one === 201 ? [one, two] : [two, one]).toEqual([201, 422]);
    expect(three).toBe(201);
    const findings: { code: string; level: string }[] = answers.flatMap(({ body }) => body.findings ?? []);
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['nomination-exists']);
    expect(await count()).toBe(before + 3);
  });

  it('that is refused never entered a unit of work: nobody waits for its reading', async () => {
    const run = jest.spyOn(api.unitOfWork, 'run');
    await send(yaml).expect(422);
    expect(run).not.toHaveBeenCalled();
    run.mockRestore();
    const [model] = nominationsOf('hung-yen').nominations;
    const sound = { schema: 'thidua/nominations@1', nominations: [{ ...model, code: 'TT-74' }] };
    await api.agent.post(`${PHASE}/imports`).send(sound).expect(201);
  });
});
