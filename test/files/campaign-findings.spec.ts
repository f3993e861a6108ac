import { readCampaign } from '../../src/domain/definition/read-campaign';
import { loadText } from '../../src/features/campaigns/files/load-text';
import { changed, marked } from './marked';
import { CAMPAIGN } from './small-files';

function found(text: string): string[] {
  const { findings } = loadText(Buffer.from(text), 'campaign.yaml', readCampaign);
  return findings.map(({ level, line, col, code }) => `${level} ${line}:${col} ${code}`);
}

test('the small campaign has nothing wrong with it', () => {
  expect(found(CAMPAIGN)).toEqual([]);
});

/** What is changed, into what (▸ marks the place of the finding), and the finding. */
const ERRORS: [from: string, to: string, code: string][] = [
  ['code: pt', '▸colour: red\ncode: pt', 'unknown-key'],
  ['schema: thidua/campaign@1\n', '▸', 'missing-key'],
  ['thidua/campaign@1', '▸thidua/campaign@2', 'wrong-schema'],
  ['thidua/campaign@1', '▸thidua/nominations@1', 'wrong-schema'],
  ['title: Phong trào', '▸title:', 'empty-value'],
  ['title: Phong trào', 'title: ▸true', 'not-text'],
  ['title: Phong trào', 'title: ▸" "', 'empty-text'],
  ['title: Phong trào', 'title: ▸[Phong trào]', 'not-text'],
  ['title: Phong trào', 'title: ▸"Phong\\0trào"', 'control-character'],
  ['code: pt', 'code: ▸constructor', 'reserved-code'],
  ['code: pt', 'code: ▸{ pt: 1 }', 'not-a-code'],
  ['{ name: Sở }', '▸{ place: Hưng Yên }', 'missing-key'],
  ['{ name: Sở }', '▸Sở', 'not-a-mapping'],
  ['from: 2025-01-01', 'from: ▸2025-02-29', 'not-a-day'],
  ['from: 2025-01-01', 'from: ▸01/01/2025', 'not-a-day'],
  ['from: 2025-01-01', 'from: ▸2026-01-01', 'from-after-to'],
  ['code: G2', 'code: ▸G1', 'duplicate-code'],
  [
    'title: Giai đoạn 2, from: 2026-01-01, to: 2026-12-31, review: final',
    'title: Hai, from: 2026-01-01, to: 2026-12-31, review: ▸cuối',
    'not-one-of',
  ],
  ['assumptions: [', 'timezone: ▸Asia/Hanoi2\nassumptions: [', 'unknown-timezone'],
  ['assumptions: [', 'scoring: { council: { minScorers: ▸0 } }\nassumptions: [', 'below-least'],
  ['assumptions: [', 'scoring: { official: ▸Appraisal }\nassumptions: [', 'not-one-of'],
  ['assumptions: [', 'policy: { minimum: ▸none }\nassumptions: [', 'not-one-of'],
  ['assumptions: [', 'assumptions: [▸null, ', 'empty-item'],
  ['clamp: { min: 0, max: 100 }', 'clamp: ▸{ min: 101, max: 100 }', 'min-above-max'],
  ['caps: { bonus: 5', 'caps: { bonus: ▸-5', 'negative'],
  ['    clamp:', '    rounding: { step: ▸0 }\n    clamp:', 'not-positive'],
  ['code: b, text: B', 'code: ▸a, text: B', 'duplicate-code'],
  ['code: b, text: B', 'code: b, colour: x, text: B'.replace('colour', '▸colour'), 'unknown-key'],
  ['max: 60', 'max: ▸60.25', 'max-off-step'],
  ['max: 60', 'max: ▸"60,5"', 'decimal-comma'],
  ['max: 60', 'max: ▸60.123', 'too-many-decimals'],
  ['max: 60', 'max: ▸0', 'not-positive'],
  ['max: 60', 'max: ▸1e2', 'not-a-number'],
  ['max: 60', 'max: ▸90071992547409.92', 'number-too-large'],
  ["- { code: a, text: A, source: '1', max: 60,", "- ▸{ code: a, text: A, source: '1',", 'missing-key'],
  ['step: 0.5', 'step: ▸0', 'not-positive'],
  ['kind: ratio', 'kind: ▸percent', 'not-one-of'],
  ['rule: { kind: ratio }', 'rule: ▸{ }', 'missing-key'],
  ['rule: { kind: ratio }', 'rule: ▸ratio', 'not-a-mapping'],
  ['rule: { kind: ratio }', 'rule: { kind: ratio, ▸step: 1 }', 'unknown-key'],
  ['rule: { kind: ratio }', 'rule: ▸{ kind: count }', 'missing-key'],
  ['code: y, points: 10', 'code: ▸x, points: 10', 'duplicate-code'],
  ['code: y, points: 10', 'code: ▸na, points: 10', 'option-na'],
  ['code: y, points: 10', 'code: y, points: ▸31', 'points-above-max'],
  ['code: y, points: 10', 'code: y, points: ▸-1', 'negative'],
  ['{ from: 5, points: 10 }', '▸{ from: 4.99, points: 10 }', 'overlapping-bands'],
  ['{ from: 5, points: 10 }', '▸{ from: 5, to: 5, points: 10 }', 'empty-band'],
  ['{ from: 5, points: 10 }', '{ from: 5, points: ▸10.01 }', 'points-above-max'],
  ['role: gate, rule: { kind: yesno }', 'role: gate, rule: ▸{ kind: ratio }', 'gate-not-yesno'],
  ['zero: [a]', 'zero: [▸z]', 'unknown-criterion'],
  ['zero: [a]', 'zero: ▸[]', 'empty-list'],
  ['effect: { zero: [a] }', 'effect: { capBand: ▸kem }', 'unknown-band'],
  ['effect: { zero: [a] }', 'effect: ▸{ zero: [a], capBand: kha }', 'one-effect'],
  ['effect: { zero: [a] }', 'effect: { ineligible: ▸false }', 'ineligible-false'],
  ['effect: { zero: [a] }', 'effect: { ineligible: ▸"true" }', 'not-yes-no'],
  [
    'max: 5, rule: { kind: yesno }',
    'max: 5, rule: { kind: yesno }, effect: ▸{ ineligible: true }',
    'effect-without-gate',
  ],
  ['name: Khá, from: 0', 'name: Khá, from: ▸80', 'bands-not-descending'],
  [
    'code: kha, name: Khá, from: 0 }',
    'code: kha, name: Khá, from: 9 }\n      - { code: ▸kha, name: K, from: 0 }',
    'duplicate-code',
  ],
  ['  - code: cn\n    subject: individual', '  - code: ▸tt\n    subject: individual', 'duplicate-code'],
  ["[votes, 'criterion:a']", "[votes, ▸'criterion:z']", 'unknown-criterion'],
  ["[votes, 'criterion:a']", '[votes, ▸name]', 'unknown-tie-break'],
  ["[votes, 'criterion:a']", '[votes, ▸votes]', 'duplicate-tie-break'],
  ['tier: 2', 'tier: ▸1', 'duplicate-tier'],
  ['tier: 2', 'tier: ▸0', 'below-least'],
  ['tier: 2', 'tier: ▸1.5', 'not-whole'],
  ['code: B', 'code: ▸A', 'duplicate-code'],
  ['authority: own', 'authority: ▸ours', 'not-one-of'],
  ['band: kha', 'band: ▸kem', 'unknown-band'],
  ['atLeast: 2/3', 'atLeast: ▸3/2', 'not-a-fraction'],
  ['atLeast: 2/3', 'atLeast: ▸1/0', 'not-a-fraction'],
  ['atLeast: 2/3', 'atLeast: ▸-1/3', 'not-a-fraction'],
  ['atLeast: 2/3', 'atLeast: ▸80%', 'not-a-fraction'],
  ['{ atLeast: 2/3 }', '▸{ atLeast: 2/3, moreThan: 1/2 }', 'one-threshold'],
  ['{ atLeast: 2/3 }', '▸{ }', 'one-threshold'],
  [', pass: { moreThan: 1/2 }', ', pass: { moreThan: 1/2 }, base: ▸all', 'not-one-of'],
  [
    'vote: { quorum: { atLeast: 2/3 }, pass: { moreThan: 1/2 } }',
    'vote: ▸{ quorum: { atLeast: 2/3 } }',
    'missing-key',
  ],
  [
    "- { subject: collective, min: 1, max: 2, source: '3' }",
    "- ▸{ subject: collective, min: 3, max: 2, source: '3' }",
    'min-above-max',
  ],
  [
    "- { subject: collective, min: 1, max: 2, source: '3' }",
    "- ▸{ subject: collective, min: 1, source: '3' }",
    'minimum-without-maximum',
  ],
  [
    "- { subject: collective, min: 1, max: 2, source: '3' }",
    "- ▸{ subject: collective, max: 2, maxPercent: 5, source: '3' }",
    'max-and-percent',
  ],
  ['maxPercent: 10', 'maxPercent: ▸100.01', 'percent-above-hundred'],
  ['requires: ', 'bonus: { collective: ▸7020000 }\n    requires: ', 'bonus-not-a-multiple'],
  [
    "- { subject: individual, maxPercent: 10, source: '3' }",
    "- ▸{ subject: collective, maxPercent: 10, source: '3' }",
    'duplicate-quota-line',
  ],
  ["max: 3, source: '3' }", "max: 3, perUnitMax: ▸0, source: '3' }", 'below-least'],
  ['awards:\n', '<<: &m { decider: x }\nawards:\n'.replace('<<', '▸<<'), 'unknown-key'],
];

test.each(ERRORS)('%s → %s is refused: %s', (from, to, code) => {
  const { text, place } = marked(changed(CAMPAIGN, from, to));
  expect(found(text).filter((line) => line.startsWith('error'))).toEqual([`error ${place} ${code}`]);
});

const WARNINGS: [from: string, to: string, code: string][] = [
  ['from: 2026-01-01', 'from: 2025-12-31', 'overlapping-phases'],
  ['role: gate, rule', 'role: gate, max: 5, rule', 'gate-with-max'],
  ['role: gate, rule', 'role: gate, evidence: required, rule', 'gate-with-evidence'],
  ['{ from: 5, points: 10 }', '{ from: 5.01, points: 10 }', 'gap-between-bands'],
  ["[votes, 'criterion:a']", "['criterion:g']", 'tie-break-without-number'],
  ["[votes, 'criterion:a']", "['entry:b']", 'tie-break-without-number'],
  ["text: Một, source: '2'", 'text: Một', 'criterion-without-source'],
  ["maxPercent: 10, source: '3'", 'maxPercent: 10', 'quota-without-source'],
  ['max: 100, rule: { kind: ratio }', 'max: 90, rule: { kind: ratio }', 'unequal-base-maxima'],
  [
    "- { subject: collective, max: 3, source: '3' }",
    "- { subject: household, max: 3, source: '3' }",
    'quota-without-set',
  ],
  ['assumptions: [Mọi điểm và chỉ tiêu do Sở đề xuất]\n', '', 'requirement-without-source'],
];

test.each(WARNINGS)('%s → %s is warned of: %s', (from, to, code) => {
  const { findings, value } = loadText(
    Buffer.from(changed(CAMPAIGN, from, to)),
    'campaign.yaml',
    readCampaign,
  );
  expect(findings.map(({ level, code: each }) => [level, each])).toContainEqual(['warning', code]);
  expect(value?.campaign).toBeDefined();
});

test('a floor that the bonuses bring within reach is no finding, one hundredth above it is', () => {
  const open = changed(CAMPAIGN, '    clamp: { min: 0, max: 100 }\n', '');
  const one = changed(open, "      - { subject: individual, maxPercent: 10, source: '3' }\n", '');
  expect(found(changed(one, 'floor: 80', 'floor: 105'))).toEqual([]);
  const { text, place } = marked(changed(one, 'floor: 80', 'floor: ▸105.01'));
  expect(found(text)).toEqual([`error ${place} floor-out-of-reach`]);
});

test('a floor that only the rounding brings within reach is no finding', () => {
  const one = changed(CAMPAIGN, "      - { subject: individual, maxPercent: 10, source: '3' }\n", '');
  const by30 = changed(one, '    caps:', '    rounding: { step: 30 }\n    caps:');
  const to110 = changed(by30, 'max: 100 }\n    rounding', 'max: 110 }\n    rounding');
  expect(found(changed(to110, 'floor: 80', 'floor: 120'))).toEqual([]);
  const { text, place } = marked(changed(to110, 'floor: 80', 'floor: ▸120.01'));
  expect(found(text)).toEqual([`error ${place} floor-out-of-reach`]);
});

test('two sets of one subject and audience are refused', () => {
  const text = changed(CAMPAIGN, 'subject: individual\n    title', 'subject: collective\n    title');
  expect(found(text)).toContainEqual(expect.stringMatching(/^error 24:5 duplicate-pool$/));
});

test('a band that a set with a quota line lacks is refused', () => {
  const text = changed(
    CAMPAIGN,
    "max: 3, source: '3' }",
    "max: 3, source: '3' }\n      - { subject: individual, max: 1, source: '3' }",
  );
  expect(found(text).map((line) => line.split(' ').at(-1))).toContain('band-missing-in-set');
});

test('a value without a source is passed over when an assumption names its code', () => {
  const unsourced = changed(CAMPAIGN, "text: Một, source: '2'", 'text: Một');
  expect(found(changed(unsourced, 'do Sở đề xuất', 'do Sở đề xuất; tiêu chí 1 cũng vậy'))).toEqual([]);
});

test('each of five slips is found in one go, in the order of the file', () => {
  const text = [
    ['title: Phong trào', 'title: true'],
    ['max: 60', 'max: 60.25'],
    ['zero: [a]', 'zero: [z]'],
    ['tier: 2', 'tier: 1'],
    ['band: kha', 'band: kem'],
  ].reduce((changing, [from, to]) => changed(changing, from!, to!), CAMPAIGN);
  expect(
    found(text)
      .filter((line) => line.startsWith('error'))
      .map((line) => line.split(' ').at(-1)),
  ).toEqual(['not-text', 'max-off-step', 'unknown-criterion', 'duplicate-tier', 'unknown-band']);
});

test('a broken maximum hides no other finding and causes none', () => {
  const text = changed(CAMPAIGN, 'max: 60', 'max: sáu mươi');
  expect(found(text).map((line) => line.split(' ').at(-1))).toEqual(['not-a-number']);
});
