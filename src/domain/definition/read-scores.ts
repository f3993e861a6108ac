import { compareCodes } from '../canonical';
import type { Criterion } from '../campaign';
import type { CouncilSheet, Entries, Entry, Nomination } from '../nomination';
import { Fields, pairs } from './fields';
import { type Node, shown } from './node';
import type { Pool } from './plan';
import { readCouncilEntry, readEntry } from './read-entry';
import { flag, text } from './scalars';

type ReadEntry = (node: Node, criterion: Criterion) => Entry | undefined;

/** The entries of the three layers; without a pool (reported by the caller) only their shape is looked at. */
export function readScores(node: Node, pool: Pool | undefined): Nomination['scores'] {
  const fields = new Fields(node, ['self', 'appraisal', 'council']);
  const layer = (entries: Node): Entries | undefined => filled(readEntries(entries, pool, readEntry));
  return {
    self: fields.blankable('self', layer),
    appraisal: fields.blankable('appraisal', layer),
    council: fields.has('council') ? readSheets(fields, pool) : undefined,
  };
}

/** A layer in which nothing is entered is none, as in a workbook whose cells are blank. */
function filled(entries: Entries): Entries | undefined {
  return Object.keys(entries).length > 0 ? entries : undefined;
}

function readEntries(node: Node, pool: Pool | undefined, read: ReadEntry): Entries {
  const entries: Entries = {};
  for (const [code, value] of pairs(node)) {
    if (!pool) continue;
    const criterion = pool.criteria.get(code);
    if (!criterion)
      value.error('entry-of-unknown-criterion', { code: shown(code), known: pool.criterionList });
    const entry = criterion && read(value, criterion);
    if (entry !== undefined) entries[code] = entry;
  }
  return entries;
}

function readSheets(fields: Fields, pool: Pool | undefined): CouncilSheet[] | undefined {
  const sheets = fields.list('council', (node) => readSheet(node, pool));
  const members = new Set<string>();
  sheets.forEach(({ member }, index) => {
    const path = fields.node.path('council', index, 'member');
    if (member !== '' && members.has(member)) fields.node.findings.error('member-twice', path, { member });
    members.add(member);
  });
  sheets.sort((a, b) => compareCodes(a.member, b.member));
  return sheets.length > 0 ? sheets : undefined;
}

function readSheet(node: Node, pool: Pool | undefined): CouncilSheet {
  const fields = new Fields(node, ['member', 'recused', 'points']);
  return {
    member: text(fields.required('member')),
    recused: fields.optional('recused', flag) ?? false,
    points: fields.blankable('points', (points) => readEntries(points, pool, readCouncilEntry)) ?? {},
  };
}
