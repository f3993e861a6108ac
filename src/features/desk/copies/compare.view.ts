import { alikeParts, shinglesIn } from '../../../domain/alike-parts';
import type { Nomination } from '../../../domain/nomination';
import { message } from '../../../platform/messages/message';
import { address } from '../../../platform/views/address';
import { nominationOf } from '../../nominations/nomination.rows';
import { stateBadge } from '../../nominations/state.view';
import type { Case } from '../detail/case.queries';
import { phaseQuery } from '../desk-phase.view';
import { type ReportPart, reportView } from '../detail/report.view';

/** Two nominations side by side, with what is alike marked. */
export function compareView(a: Case, b: Case) {
  const [one, other] = [sideOf(a), sideOf(b)];
  return {
    head: {
      heading: message('copies.compare'),
      lead: message('copies.compare.lead'),
      crumbs: [
        { href: address('/van-phong/trung-lap', phaseQuery(a.open)), label: message('desk.tab.copies') },
      ],
    },
    sides: [sideView(one, other), sideView(other, one)],
  };
}

interface Side {
  file: Case;
  nomination: Nomination;
  report: ReportPart[];
  evidence: string[];
  shingles: ReadonlySet<string>;
}

function sideOf(file: Case): Side {
  const nomination = nominationOf(file.rows);
  const report = reportView(file.set, nomination);
  const said = report.flatMap(({ paragraphs }) => paragraphs);
  const evidence = nomination.evidence.map(({ title, document }) =>
    [title, document].filter(Boolean).join(' · '),
  );
  return { file, nomination, report, evidence, shingles: shinglesIn(said.join('\n')) };
}

function sideView({ file, nomination, report, evidence }: Side, other: Side) {
  const { name, code, unit } = nomination;
  return {
    href: `/de-nghi/${file.rows.nomination.id}`,
    name,
    sameName: same(name, other.nomination.name),
    badge: stateBadge(file.rows.nomination.state),
    detail: `${code} · ${unit}`,
    report: report.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map((text) => ({ parts: alikeParts(text, other.shingles) })),
    })),
    evidence: evidence.map((text) => ({ text, alike: other.evidence.some((each) => same(each, text)) })),
  };
}

function same(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}
