import type { Campaign } from '../../../domain/campaign';
import { message } from '../../../platform/messages/message';
import { split } from './round-rows';
import type { Column } from './sheets';
import { phaseWords } from './sheet-words';

/** One line of the sheet of round settings: key (hidden), label, value. */
export type Setting = Column;

export function settingsOf(campaign: Campaign): Setting[] {
  const setting = (key: string, more: Partial<Setting> = {}): Setting => ({
    key,
    header: message(`sheet.setting.${key}`),
    kind: 'number',
    width: 0,
    ...more,
  });
  return [
    setting('campaign', { kind: 'text' }),
    setting('phase', { kind: 'text', words: phaseWords(campaign) }),
    setting('date', { kind: 'day' }),
    ...['members', 'present', 'written'].map((key) => setting(`council.${key}`)),
    ...participantKeys(campaign).map(participants),
  ];
}

/** Where a setting stands in a round: `council.members`, `participants:CODE` with a code that may hold dots. */
export function settingPath(key: string): string[] {
  return key.includes(':') ? split(key) : key.split('.');
}

function participants({ code, title }: { code: string; title: string }): Setting {
  const header = message('sheet.setting.participants', { title });
  return { key: `participants:${code}`, header, kind: 'number', width: 0 };
}

function participantKeys({ criteriaSets }: Campaign): { code: string; title: string }[] {
  const subjects = (['collective', 'individual', 'household'] as const)
    .filter((code) => !criteriaSets.some((set) => set.code === code))
    .map((code) => ({ code, title: message(`sheet.subject.${code}`) }));
  return [...criteriaSets, ...subjects];
}
