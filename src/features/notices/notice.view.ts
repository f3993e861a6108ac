import { message } from '../../platform/messages/message';
import { momentText } from '../../platform/text/vietnam-time';
import type { NoticeRow } from './notice.entity';

/** A notice as a line of the page. */
export function noticeLine({ id, code, params, createdAt, readAt }: NoticeRow) {
  return {
    id,
    subject: message(`notice.${code}.subject`, params),
    text: message(`notice.${code}`, params),
    when: momentText(createdAt),
    unread: readAt === null,
  };
}

/** A notice as the API tells it. */
export function noticeView({ id, code, params, href, createdAt, readAt }: NoticeRow) {
  return { id, code, text: message(`notice.${code}`, params), href, createdAt, readAt };
}
