import fc from 'fast-check';
import { readCampaign } from '../../src/domain/definition/read-campaign';
import { readRound } from '../../src/domain/definition/read-round';
import { canonicalJson } from '../../src/domain/canonical';
import { formatFinding } from '../../src/features/campaigns/files/located-finding';
import { loadText } from '../../src/features/campaigns/files/load-text';
import type { Finding } from '../../src/domain/finding';
import { RICH_CAMPAIGN, RICH_ROUND, richWorld } from './rich-world';

const garbage = fc.anything({
  withNullPrototype: true,
  withDate: true,
  withMap: true,
  withBigInt: true,
  maxDepth: 4,
});

/** Every finding has a sentence, with nothing left to fill in: whatever was found is put in place of braces of its own. */
function sound(findings: Finding[]): boolean {
  return findings.every(({ params, ...finding }) => {
    const named = Object.fromEntries(Object.keys(params).map((name) => [name, 'x']));
    return !/\{\w+\}|undefined/.test(formatFinding({ ...finding, path: [], params: named, file: 'f' }));
  });
}

/** The value with one of its parts, chosen by number, replaced. */
function withOneReplaced(value: unknown, choice: number, by: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const slots: [Record<string, unknown>, string][] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) {
      slots.push([part as Record<string, unknown>, key]);
      visit((part as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [holder, key] = slots[choice % slots.length]!;
  holder[key] = by;
  return copy;
}

test('no value makes the reader of a campaign throw, and a refusal always says why', () => {
  fc.assert(
    fc.property(garbage, (value) => {
      const { campaign, findings } = readCampaign(value);
      expect(campaign).toBeUndefined();
      expect(findings.some(({ level }) => level === 'error')).toBe(true);
      expect(sound(findings)).toBe(true);
    }),
    { numRuns: 300, examples: [[undefined], [null], [[]], [{}]] },
  );
});

test('a campaign with any one value replaced by anything is read or refused', () => {
  fc.assert(
    fc.property(fc.nat(), garbage, (choice, by) => {
      const { campaign, findings } = readCampaign(withOneReplaced(RICH_CAMPAIGN, choice, by));
      expect(campaign === undefined).toBe(findings.some(({ level }) => level === 'error'));
      expect(sound(findings)).toBe(true);
      if (campaign) expect(typeof canonicalJson(campaign)).toBe('string');
    }),
    { numRuns: 500 },
  );
});

test('a round with any one value replaced by anything is read or refused', () => {
  const { campaign } = richWorld();
  fc.assert(
    fc.property(fc.nat(), garbage, (choice, by) => {
      const { round, findings } = readRound(withOneReplaced(RICH_ROUND, choice, by), campaign);
      expect(round === undefined).toBe(findings.some(({ level }) => level === 'error'));
      expect(sound(findings)).toBe(true);
      if (round) expect(typeof canonicalJson(round)).toBe('string');
    }),
    { numRuns: 500 },
  );
});

test('no text makes the reader of files throw', () => {
  const yaml = fc.array(fc.constantFrom(...'ab:-?[]{},&*!|>\'"%@`#\n \t0~'.split(''), 'a: ', '- ', '\n  '), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(yaml, (parts) => {
      const { findings } = loadText(Buffer.from(parts.join('')), 'f', readCampaign);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ line = 0, col = 0 }) => line >= 1 && col >= 1)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
