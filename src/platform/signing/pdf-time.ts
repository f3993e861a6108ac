import { inVietnam } from '../text/vietnam-time';

/** `D:20261122100500+07'00'` of an instant `2026-11-22T03:05:00.000Z`. */
export function pdfTimeOf(instant: string): string {
  return `D:${inVietnam(instant).slice(0, 19).replace(/[-:T]/g, '')}+07'00'`;
}

const PDF_TIME = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?)?/;

/** The instant of a PDF date, without milliseconds; null when it is none. Without a zone it is taken for UTC. */
export function instantOf(text: string | undefined): string | null {
  const [, year, month, day, hour, minute, second, sign = '+', hours = '00', minutes = '00'] =
    PDF_TIME.exec(text ?? '') ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
