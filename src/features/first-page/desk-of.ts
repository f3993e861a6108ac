import type { Actor, Group } from '../../domain/access';
import { message } from '../../platform/messages/message';

const DESKS: readonly (readonly [Group, string])[] = [
  ['office', '/van-phong'],
  ['leadership', '/lanh-dao'],
  ['council', '/hoi-dong'],
  ['unit', '/don-vi'],
];

/** The desk from which the actor has come to a nomination. */
export function deskOf({ groups }: Actor): { href: string; label: string } {
  const [group, href] = DESKS.find(([each]) => groups.includes(each)) ?? ['administrator', '/'];
  return { href, label: message(`home.${group}`) };
}
