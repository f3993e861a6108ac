import type { Campaign } from '../../src/domain/campaign';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { loadText } from '../../src/features/campaigns/files/load-text';
import { changed, marked } from './marked';
import { CAMPAIGN, ROUND } from './small-files';

const campaign = campaignOf(CAMPAIGN);

function campaignOf(text: string): Campaign {
  return loadText(Buffer.from(text), 'campaign.yaml', readCampaign).value!.campaign!;
}

function found(text: string, of = campaign): string[] {
  const { findings } = loadText(Buffer.from(text), 'nominations.yaml', (plain) => readRound(plain, of));
  return findings.map(({ level, line, col, code }) => `${level} ${line}:${col} ${code}`);
}

test('the small round has nothing wrong with it', () => {
  expect(found(ROUND)).toEqual([]);
});

/** What is changed, into what (▸ marks the place of the finding), and the finding. */
const ERRORS: [from: string, to: string, code: string][] = [
  ['campaign: pt', 'campaign: ▸khac', 'another-campaign'],
  ['phase: G1', 'phase: ▸G9', 'unknown-phase'],
  ['date: 2025-12-20\n', 'date: ▸2025-06-31\n', 'not-a-day'],
  ['schema: ', 'colour: x\nschema: '.replace('colour', '▸colour'), 'unknown-key'],
  ['participants: { individual: 50 }', 'participants: { individual: 50, ▸phòng: 5 }', 'unknown-participants'],
  ['participants: { individual: 50 }', 'participants: { individual: ▸-5 }', 'below-least'],
  ['schema: thidua/nominations@1\n', '▸', 'missing-key'],
  ['participants: { individual: 50 }\n', '', '▸percent-without-participants'],
  ['council: { members: 9, present: 7, written: 1 }\n', '', '▸vote-without-council'],
  [
    '{ members: 9, present: 7, written: 1 }',
    '▸{ members: 9, present: 7, written: 3 }',
    'present-above-members',
  ],
  ['{ members: 9, present: 7, written: 1 }', '{ members: ▸0, present: 0 }', 'below-least'],
  ['code: C1', 'code: ▸T1', 'duplicate-code'],
  ['code: C1', 'code: ▸__proto__', 'reserved-code'],
  ['code: C1', 'code: ▸"T\\u200B1"', 'duplicate-code'],
  ['code: C1', 'code: ▸"C\\u200D1"', 'control-character'],
  ['- code: T2', '- ▸audience: sinh-vien\n    code: T2', 'no-criteria-set'],
  ['unit: Phòng Hai', '▸unit:', 'empty-value'],
  ['unit: Phòng Hai', 'unit: ▸" "', 'empty-text'],
  ['proposed: A', 'proposed: ▸Z', 'unknown-award'],
  ['women: 4', 'women: ▸11', 'women-above-members'],
  ['members: 10', 'members: ▸2.5', 'not-whole'],
  ['gender: male', 'gender: ▸Nam', 'not-one-of'],
  ['gender: male', 'state: ▸drawn', 'not-one-of'],
  ['self: { a: 60,', 'self: { ▸z: 60,', 'entry-of-unknown-criterion'],
  ['self: { a: 60,', 'self: { a: ▸60.5,', 'above-max'],
  ['self: { a: 60,', 'self: { a: ▸59.75,', 'off-step'],
  ['self: { a: 60,', 'self: { a: ▸-1,', 'negative'],
  ['self: { a: 60,', 'self: { a: ▸na,', 'na-forbidden'],
  ['self: { a: 60,', 'self: { a: ▸sáu,', 'not-a-number'],
  ['self: { a: 60,', 'self: { a: ▸true,', 'not-a-number'],
  ['b: x', 'b: ▸z', 'unknown-option'],
  ['t: true', 't: ▸"true"', 'not-yes-no'],
  ['t: true', 't: ▸yes', 'not-yes-no'],
  ['self: { a: 60, b: x, c: 7, t: true, g: true }', 'self: ▸[60]', 'not-a-mapping'],
  ['points: { a: 30,', 'points: { a: ▸61,', 'above-max'],
  ['points: { a: 30,', 'points: { ▸g: true, a: 30,', 'council-gate'],
  ['points: { a: 30,', 'points: { a: ▸na,', 'na-forbidden'],
  ['c: 10 } }\n', 'c: 10 } }\n        - { member: ▸Ủy viên, points: {} }\n', 'member-twice'],
  ['criterion: a,', 'criterion: ▸z,', 'unknown-criterion'],
  ['{ criterion: a, title: Báo cáo }', '▸{ criterion: a }', 'missing-key'],
  ['kind: complaint', 'kind: ▸rumour', 'not-one-of'],
  ['from: 2025-01-01', 'from: ▸2025-03-01', 'from-after-to'],
  ['award: B, decision', 'award: ▸Z, decision', 'unknown-award'],
  ['award: B, decision', 'award: B, phase: ▸G9, decision', 'unknown-phase'],
  ['A: { yes: 8, no: 1 }', '▸Z: { yes: 8, no: 1 }', 'ballot-of-unknown-award'],
  ['A: { yes: 8, no: 1 }', 'A: ▸{ yes: 8, no: 1, abstain: 1 }', 'votes-above-members'],
  ['A: { yes: 8, no: 1 }', 'A: ▸{ yes: 8 }', 'missing-key'],
  ['{ done: 9, of: 10 }', '▸{ done: 11, of: 10 }', 'done-above-of'],
  ['{ done: 9, of: 10 }', '▸{ done: 9 }', 'missing-key'],
  ['{ done: 9, of: 10 }', '▸0.9', 'not-a-mapping'],
  ['criteriaSet: tt', 'criteriaSet: ▸z', 'unknown-criteria-set'],
  ['criteriaSet: tt, award: A', 'criteriaSet: tt, award: ▸Z', 'unknown-award'],
  ['order: [T1, T2]', 'order: [T1, ▸Z9]', 'unknown-nomination'],
  ['order: [T1, T2]', 'order: [T1, ▸C1]', 'nomination-of-another-set'],
  ['order: [T1, T2]', 'order: [T1, ▸T1]', 'duplicate-code'],
  ['order: [T1, T2]', 'order: ▸[]', 'empty-list'],
  ['- { criteriaSet: tt, award: A, order: [T1, T2],', '- ▸{ criteriaSet: tt, award: A,', 'order-or-vacant'],
  [
    '- { criteriaSet: tt, award: A, order: [T1, T2],',
    '- ▸{ criteriaSet: tt, award: A, order: [T1, T2], leaveVacant: true,',
    'order-or-vacant',
  ],
  ['reason: Bỏ phiếu lại', 'reason: ▸""', 'empty-text'],
  [
    'tieResolutions:\n',
    'tieResolutions:\n  - { criteriaSet: tt, award: A, order: [T2], reason: r, by: b, date: 2025-12-21 }\n',
    'ordered-twice',
  ],
];

test.each(ERRORS)('%s → %s is refused: %s', (from, to, code) => {
  const errors = (text: string): string[] => found(text).filter((line) => line.startsWith('error'));
  if (code === 'ordered-twice')
    expect(errors(changed(ROUND, from, to))).toEqual(['error 41:46 ordered-twice']);
  else if (code.startsWith('▸'))
    expect(errors(changed(ROUND, from, to))).toEqual([`error 1:1 ${code.slice(1)}`]);
  else {
    const { text, place } = marked(changed(ROUND, from, to));
    expect(errors(text)).toEqual([`error ${place} ${code}`]);
  }
});

const WARNINGS: [from: string, to: string, code: string][] = [
  ['date: 2025-12-20\n', 'date: 2026-01-01\n', 'date-outside-phase'],
  ['    members: 10\n', '', 'women-without-members'],
  ['gender: male', 'gender: male\n    women: 1\n    members: 2', 'detail-of-another-kind'],
  ['a: 30, b', 'a: 30.25, b', 'council-off-step'],
];

test.each(WARNINGS)('%s → %s is warned of: %s', (from, to, code) => {
  const text = changed(ROUND, from, to);
  const { findings, value } = loadText(Buffer.from(text), 'n.yaml', (plain) => readRound(plain, campaign));
  expect(findings.map(({ level, code: each }) => [level, each])).toContainEqual(['warning', code]);
  expect(value?.round).toBeDefined();
});

test('points of a member with the name of the nominee are warned of, unless the member stands aside', () => {
  const appraisal = "      appraisal: { '1': { done: 9, of: 10 } }\n";
  const scoredBy = (sheet: string) =>
    found(changed(ROUND, appraisal, `${appraisal}      council: [${sheet}]\n`));
  expect(scoredBy('{ member: nguyễn văn AN, points: { "1": 50 } }')).toEqual([
    'warning 39:16 member-named-alike',
  ]);
  expect(scoredBy('{ member: Nguyễn Văn An, recused: true }')).toEqual([]);
  expect(scoredBy('{ member: Nguyễn Văn Ân, points: { "1": 50 } }')).toEqual([]);
});

test('a minimum that needs more nominees than there are is warned of', () => {
  const more = campaignOf(changed(CAMPAIGN, 'min: 1, max: 2', 'min: 3, max: 4'));
  expect(found(ROUND, more)).toEqual(['warning 8:3 minimum-above-nominees']);
});

test('a share of the participants below the minimum is warned of', () => {
  const more = campaignOf(changed(CAMPAIGN, 'maxPercent: 10', 'min: 1, maxPercent: 1'));
  expect(found(ROUND, more)).toEqual(['warning 5:15 maximum-below-minimum']);
});

test('a criterion that may not apply takes na and a ratio of nothing; one that must apply takes neither', () => {
  const strict = campaignOf(changed(CAMPAIGN, ', notApplicable: exclude', ''));
  const nothing = changed(ROUND, '{ done: 9, of: 10 }', '{ done: 0, of: 0 }');
  const na = changed(ROUND, '{ done: 9, of: 10 }', 'na');
  expect([found(nothing), found(na)]).toEqual([[], []]);
  expect([found(nothing, strict), found(na, strict)]).toEqual([
    ['error 38:25 of-zero'],
    ['error 38:25 na-forbidden'],
  ]);
});

test('an earlier award of another campaign may bear a code that is unknown here', () => {
  const text = changed(ROUND, 'award: B, decision', 'award: CSTĐ, campaign: khac, phase: 2020, decision');
  const { value } = loadText(Buffer.from(text), 'n.yaml', (plain) => readRound(plain, campaign));
  const first = value?.round?.nominations.find(({ code }) => code === 'T1');
  expect(first?.awards).toEqual([{ award: 'CSTĐ', campaign: 'khac', phase: '2020', decision: '1/QĐ' }]);
});

test('an earlier award without campaign and phase is of the present ones', () => {
  const { value } = loadText(Buffer.from(ROUND), 'n.yaml', (plain) => readRound(plain, campaign));
  const first = value?.round?.nominations.find(({ code }) => code === 'T1');
  expect(first?.awards).toEqual([{ award: 'B', campaign: 'pt', phase: 'G1', decision: '1/QĐ' }]);
});

test('a report keeps unknown sections, takes numbers as written and drops what is empty', () => {
  const report =
    'report: { summary: " Tóm tắt ", mục lạ: { năm: 01, tỷ lệ: 18.50, rỗng: [] }, history: [], đúng: true }';
  const text = changed(ROUND, '    proposed: A\n', `    proposed: A\n    ${report}\n`);
  const { value } = loadText(Buffer.from(text), 'n.yaml', (plain) => readRound(plain, campaign));
  expect(value?.round?.nominations.find(({ code }) => code === 'T1')?.report).toEqual({
    summary: 'Tóm tắt',
    'mục lạ': { năm: '01', 'tỷ lệ': '18.50' },
    đúng: true,
  });
});

test('a hundred thousand plain nominations are read in a few seconds at most', () => {
  const nominations = Array.from({ length: 100_000 }, (_, index) => ({
    code: `T${index}`,
    subject: 'collective',
    name: `Phòng ${index}`,
    unit: 'Sở',
    scores: { appraisal: { a: 59.5, b: 'y', c: 4, g: true } },
    evidence: [{ criterion: 'a', title: 'Báo cáo' }],
  }));
  const { round, findings } = readRound({ ...plainRound(), nominations }, campaign);
  expect(findings).toEqual([]);
  expect(round?.nominations).toHaveLength(100_000);
});

function plainRound(): Record<string, unknown> {
  return {
    schema: 'thidua/nominations@1',
    campaign: 'pt',
    phase: 'G1',
    date: '2025-12-20',
    participants: { individual: 50 },
    council: { members: 9, present: 9, written: 0 },
  };
}

test('a report of a million letters is too long as a whole, though none of its sections is', () => {
  const sections = (count: number) =>
    Array.from({ length: count }, (_, at) => `s${at}: ${'a'.repeat(32_000)}`).join(', ');
  const withReport = (count: number) =>
    changed(ROUND, '    proposed: A\n', `    proposed: A\n    report: { ${sections(count)} }\n`);
  expect(found(withReport(31))).toEqual([]);
  expect(found(withReport(32))).toEqual([expect.stringMatching(/^error \d+:\d+ report-too-long$/)]);
});
