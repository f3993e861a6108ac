import { type Actor, mayOn } from '../../../domain/access';
import { message } from '../../../platform/messages/message';
import { nominationOf } from '../../nominations/nomination.rows';
import { stateFor } from '../../nominations/seen-state';
import { stateBadge } from '../../nominations/state.view';
import { aboutView, holderView } from './about.view';
import { actionsView } from './actions.view';
import type { Case } from './case.queries';
import { deskOf } from '../../first-page/desk-of';
import { earlierView, evidenceView, isRecusedFrom, mattersView } from './parts.view';
import { noteRowView } from './note-row.view';
import { reportView } from './report.view';
import { scoresView } from './scores.view';
import { timelineView } from './timeline.view';

/** The whole page of one nomination: what this actor may see of it, and what they can do about it now. */
export function detailView(actor: Actor, file: Case, now: string) {
  const { rows, set, steps } = file;
  return {
    head: headView(actor, file),
    recused: isRecusedFrom(actor, file),
    holder: holderView(actor, file, now),
    about: aboutView(file),
    actions: actionsView(actor, file),
    links: linksView(actor, file),
    scores: scoresView(actor, file),
    matters: mattersView(actor, file),
    evidence: evidenceView(file),
    earlier: earlierView(file),
    report: reportView(set, nominationOf(rows)),
    events: timelineView(actor, steps),
    notes: file.notes.map((note) =>
      noteRowView(note, set, { forUnit: !mayOn(actor, 'note.read', rows.nomination) }),
    ),
  };
}

export function headView(actor: Actor, { rows }: Case) {
  const { nomination: row, unit } = rows;
  return {
    heading: row.name,
    lead: message('case.lead', { subject: message(`dossier.kind.${row.subject}`), code: row.code, unit }),
    badge: stateBadge(stateFor(actor, row)),
    crumbs: [deskOf(actor)],
  };
}

/** The other pages about this nomination that are open to the actor. */
function linksView(actor: Actor, { rows: { nomination: row } }: Case): { href: string; label: string }[] {
  const at = (page: string) => `/de-nghi/${row.id}/${page}`;
  return [
    ...(mayOn(actor, 'nomination.write', row) ? [{ href: at('soan'), label: message('case.write') }] : []),
    ...(mayOn(actor, 'evidence.read', row) ? [{ href: at('minh-chung'), label: message('case.files') }] : []),
    // While it is to be appraised, the button of the next step leads there.
    ...(mayOn(actor, 'score.write', row) && row.state !== 'accepted'
      ? [{ href: at('tham-dinh'), label: message('case.appraise') }]
      : []),
    ...(mayOn(actor, 'matter.read', row) ? [{ href: at('dieu-kien'), label: message('case.checks') }] : []),
    ...(mayOn(actor, 'dossier.read', row)
      ? [
          { href: at('ho-so.pdf'), label: message('case.dossier') },
          { href: at('ho-so.pdf?dang=docx'), label: message('case.dossier.word') },
        ]
      : []),
  ];
}
