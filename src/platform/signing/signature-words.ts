import { message } from '../messages/message';
import { clockText, dayText } from '../text/vietnam-time';
import type { PdfSignature } from './verify-pdf';

/** What is to be known of one signature, in plain Vietnamese. */
interface SignatureWords {
  who: string;
  when: string;
  /** Whether it holds, and what came after it. */
  integrity: string;
  certificate: string;
  issuer: string;
}

/** Whether the signature was made over these bytes and nothing but further signatures came after it. */
export function isIntact({ flaw, after }: PdfSignature): boolean {
  return flaw === null && after !== 'changes';
}

/** Whether nothing that was looked at speaks against it. */
export function isSound(signature: PdfSignature): boolean {
  const { certificate, trust } = signature;
  return isIntact(signature) && certificate === 'in-force' && trust !== 'untrusted';
}

export function signatureWords(signature: PdfSignature): SignatureWords {
  const { kind, signer, organisation, claimedAt, issuer, trust } = signature;
  const name = signer || message('signature.signer.unknown');
  const whose = organisation === null || organisation === signer ? '' : `, ${organisation}`;
  return {
    who: message(`signature.who.${kind}`, { name: `${name}${whose}` }),
    when:
      claimedAt === null
        ? message('signature.when.unknown')
        : message('signature.when', { time: clockText(claimedAt) }),
    integrity: integrityOf(signature),
    certificate: certificateOf(signature),
    issuer: message(`signature.issuer.${trust}`, { issuer: issuer || '–' }),
  };
}

function integrityOf({ flaw, after }: PdfSignature): string {
  return flaw === null ? message(`signature.after.${after}`) : message(`signature.flaw.${flaw}`);
}

function certificateOf({ certificate, validFrom, validTo }: PdfSignature): string {
  if (validFrom === null || validTo === null) return message('signature.certificate.none');
  return message(`signature.certificate.${certificate}`, { from: dayText(validFrom), to: dayText(validTo) });
}
