import { message } from '../../../platform/messages/message';
import { oneLine } from '../../../platform/text/printable';
import type { Wording } from '../papers/paper';
import { count } from '../words/formats';
import type { SessionData, SessionMember } from './session-data';

/** `label: text`; without a text the rest of the line is a blank to be filled in by hand. */
export interface Line {
  label: string;
  text: string;
}

/** How many members there are, and who was there, who was not and why, who gave an opinion in writing. */
export function attendanceLines({ members, attendance }: SessionData, headings: Wording['headings']): Line[] {
  const label = headings['setting.members'] ?? '';
  if (attendance === null)
    return [
      { label, text: memberCount(members.length) },
      ...ROLL.map((kind) => rollLine(kind, [], headings)),
    ];
  const absent = attendance.members - attendance.present - attendance.written;
  const numbers = {
    members: count(attendance.members),
    present: count(attendance.present),
    absent: count(absent),
    written: count(attendance.written),
  };
  return [
    {
      label,
      text: message('dossier.minutes.members.count', numbers),
    },
    ...(attendance.present > 0 ? [rollLine('present', members, headings)] : []),
    ...(absent > 0 ? [rollLine('absent', members, headings)] : []),
    ...(attendance.written > 0 ? [rollLine('written', members, headings)] : []),
  ];
}

type Attendance = NonNullable<SessionMember['attendance']>;

const ROLL: readonly Attendance[] = ['present', 'absent', 'written'];

function memberCount(members: number): string {
  return members === 0 ? '' : message('dossier.minutes.members.total', { members: count(members) });
}

function rollLine(
  attendance: Attendance,
  members: readonly SessionMember[],
  headings: Wording['headings'],
): Line {
  const names = members.filter((member) => member.attendance === attendance).map(memberWords);
  return {
    label: `- ${headings[`setting.${attendance}`] ?? ''}`,
    text: names.length === 0 ? '' : `${names.join('; ')}.`,
  };
}

function memberWords({ name, reason, attendance }: SessionMember): string {
  const who = oneLine(name);
  const why = oneLine(reason);
  if (attendance !== 'absent') return who;
  return message('dossier.minutes.absent.reason', { name: who, reason: why || '……………………' });
}
