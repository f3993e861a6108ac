import { ROOM } from '../../../platform/pdf/signature-fields';

/** The name of whoever signs, in every document: the room for the signature is above it (`.signer` of print.css). */
const SIGNER = /<p class="signer\b[^"]*">/g;

/** Marks the room above each signer's name, so that the print tells where it is. */
export function withSignatureRooms(body: string): string {
  let count = 0;
  return body.replace(SIGNER, (signer) => {
    const name = `${ROOM}${(count += 1)}`;
    return `${signer}<a class="signature-room" id="${name}" href="#${name}"></a>`;
  });
}
