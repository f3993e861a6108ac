import { lineCounter } from '../../../platform/text/text-width';

/** The words of one certificate, which has a page for them and no more. */
export interface CertificateTexts {
  decider: string;
  give: string;
  form: string;
  name: string;
  detail: string;
  achievement: string;
  placeAndDate: string;
  authority: string[];
  signer: string;
  /** A line each, short ones: the stamp of a bundle stands beside the last two. */
  decision: string;
  day: string;
  goldenBook: string;
}

/** Of one certificate. */
export interface CertificateScale {
  /** Percents of the sizes and gaps of print.css, as a class of it: `scale-92`. */
  scale: string;
  /** How many letters of the authority stand in a line. */
  line: number;
}

/** From the usual letters to those of ten points. */
const SCALES = [100, 92, 84, 77, 70, 63];
const SMALLEST = 63;
/** What is beyond any plausible name goes on as “…”, each text after so many letters. */
const CUTS = [600, 500, 400, 350, 300, 250, 200, 150, 100, 60];
const MOST_AUTHORITIES = 4;

/** Points, as in print.css: inside the frames, and half of it for the signature. */
const WIDE = 644;
const HALF = 322;
/** Below the Quốc hiệu and the Tiêu ngữ. */
const HEIGHT = 408;
const LINE_HEIGHT = 1.25;
/** Room for the signature and the seal, and the gap above the block. */
const SEAL = 62.5 + 11.5;
/** Letters, and gap above them, before they are scaled. */
const SIZES = {
  decider: [17, 20],
  give: [17, 6],
  form: [44.5, 0],
  name: [24, 6],
  detail: [16, 6],
  achievement: [16, 6],
} as const;
const SIGNATURE = { usual: 14, smallest: 11, line: 30 };

/**
 * The words with the largest scale at which they stand on one page; where even the smallest letters take more, the longest
 * words are cut.
 */
export function fitted(texts: CertificateTexts): CertificateTexts & CertificateScale {
  const height = heightOf(texts);
  const scale = SCALES.find((one) => height(one) <= HEIGHT);
  if (scale !== undefined) return scaled(texts, scale);
  const shorter = CUTS.map((most) => cut(texts, most));
  const fitting = shorter.find((one) => heightOf(one)(SMALLEST) <= HEIGHT);
  return scaled(fitting ?? texts, SMALLEST);
}

function scaled(texts: CertificateTexts, scale: number): CertificateTexts & CertificateScale {
  return { ...texts, scale: `scale-${scale}`, line: lettersIn(scale) };
}

/** Points that the words take at a scale. */
function heightOf(texts: CertificateTexts): (scale: number) => number {
  const middle = Object.entries(SIZES).map(([key, [size, gap]]) => {
    const lines = lineCounter(texts[key as keyof typeof SIZES]);
    return (share: number) => {
      const count = lines(size * share, WIDE);
      return count === 0 ? 0 : count * size * share * LINE_HEIGHT + gap * share;
    };
  });
  const [place, signer] = [lineCounter(texts.placeAndDate), lineCounter(texts.signer)];
  return (scale) => {
    const letters = signatureSize(scale);
    const authority = texts.authority.reduce(
      (sum, { length }) => sum + Math.ceil(length / lettersIn(scale)),
      0,
    );
    const lines = place(letters, HALF) + authority + Math.max(1, signer(letters, HALF));
    const above = middle.reduce((sum, part) => sum + part(scale / 100), 0);
    return above + SEAL + lines * letters * LINE_HEIGHT;
  };
}

function lettersIn(scale: number): number {
  return Math.floor((SIGNATURE.line * SIGNATURE.usual) / signatureSize(scale));
}

function signatureSize(scale: number): number {
  return Math.max(SIGNATURE.smallest, (SIGNATURE.usual * scale) / 100);
}

function cut(texts: CertificateTexts, most: number): CertificateTexts {
  const short = (text: string) =>
    text.length > most ? `${text.slice(0, most).replace(/[\s\p{P}]+\S*$/u, '')}…` : text;
  const shorter = Object.entries(texts).map(([key, value]: [string, string | string[]]) => [
    key,
    Array.isArray(value) ? value.slice(0, MOST_AUTHORITIES).map(short) : short(value),
  ]);
  return Object.fromEntries(shorter) as CertificateTexts;
}
