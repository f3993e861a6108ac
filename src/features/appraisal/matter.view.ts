import type { MatterRow } from '../nominations/matter.entity';

export function matterView({ id, kind, status, from, to, document }: MatterRow) {
  return { id, kind, status, from, to, document };
}
