import { message } from '../../platform/messages/message';

/** One notice as it goes out by e-mail. */
interface Told {
  subject: string;
  text: string;
  href: string;
}

/** Plain text of one e-mail; with the address of each page where the service knows how it is called from outside. */
export function letterOf(
  told: readonly Told[],
  publicUrl: string | undefined,
): { subject: string; text: string } {
  const [first] = told;
  const subject =
    told.length === 1 && first ? first.subject : message('mail.several', { count: told.length });
  const parts = told.map(({ text, href }) => (publicUrl ? `${text}\n${publicUrl}${href}` : text));
  return { subject, text: [...parts, message('mail.footer')].join('\n\n') };
}
