import { type Change, content } from '../support/content';
import type { OfficeWorld } from '../support/office';
import type { Rule } from '../support/rule';

const score = (typed: string): Change => ({
  page: { 'self.0': typed },
  plain: { scores: { self: { a: typed.replace(',', '.') } } },
  cells: { row: { 'self:a': typed } },
});

const award = (code: string, decision: string): Change => ({
  page: { 'award.0.award': code, 'award.0.decision': decision },
  plain: { awards: [{ award: code, decision }] },
  cells: { awards: { award: code, decision } },
});

const evidence = (title: string): Change => ({
  page: { 'evidence.0.0.title': title, 'evidence.0.0.document': '12/BC' },
  plain: { evidence: [{ criterion: 'a', title, document: '12/BC' }] },
  cells: { evidence: { criterion: 'a', title, document: '12/BC' } },
});

const members = (count: string, women: string): Change => ({
  page: { members: count, women },
  plain: { members: Number(count), women: Number(women) },
  cells: { row: { members: Number(count), women: Number(women) } },
});

const proposed = (code: string): Change => ({
  page: { proposed: code },
  plain: { proposed: code },
  cells: { row: { proposed: code } },
});

export const ENTRY: Rule<OfficeWorld>[] = [
  content(
    { rule: 'no score is above the most of its criterion', says: 'finding.above-max', beside: 'self-0' },
    score('25'),
    score('18,5'),
    [['scores', 'self', 'a'], '18.5'],
  ),
  content(
    { rule: 'no score is below nothing', says: 'finding.negative', beside: 'self-0' },
    score('-1'),
    score('18,5'),
    [['scores', 'self', 'a'], '18.5'],
  ),
  content(
    { rule: 'a score is a number', says: 'finding.not-a-number', beside: 'self-0' },
    score('mười'),
    score('18,5'),
    [['scores', 'self', 'a'], '18.5'],
  ),
  content(
    { rule: 'a score goes by the steps of its criterion', says: 'finding.off-step', beside: 'self-0' },
    score('18,3'),
    score('18,5'),
    [['scores', 'self', 'a'], '18.5'],
  ),
  content(
    { rule: 'an earlier award is one of the plan’s', says: 'finding.unknown-award', beside: 'award-0-award' },
    award('ABC', '1/QĐ'),
    award('GK', '1/QĐ'),
    [['awards', '0', 'decision'], '1/QĐ'],
  ),
  content(
    {
      rule: 'the award that is asked for is one of the plan’s',
      says: 'finding.unknown-award',
      beside: 'proposed',
    },
    proposed('ABC'),
    proposed('GK'),
    [['proposed'], 'GK'],
  ),
  content(
    {
      rule: 'a piece of evidence has a title',
      says: 'finding.empty-text',
      onPage: 'form.empty-text',
      beside: 'evidence-0-0-title',
      inList: 'finding.missing-cell',
    },
    evidence(' '),
    evidence('Báo cáo'),
    [['evidence', '0', 'title'], 'Báo cáo'],
  ),
  content(
    { rule: 'no more women than members', says: 'finding.women-above-members', beside: 'women' },
    members('10', '11'),
    members('10', '4'),
    [['women'], 4],
  ),
];
