import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { Transform } from 'class-transformer';

/**
 * A keyboard may send `ế` as one character or as three. Codes are compared, and lengths counted, in the composed form
 * (NFC), as the readers of the files do: so is every parameter of an address, before anything looks at it.
 */
@Injectable()
export class NfcAddress implements PipeTransform {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    if (type !== 'param' && type !== 'query') return value;
    if (typeof value !== 'object' || value === null) return composed(value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, composed(each)]));
  }
}

/** The same for a field of a body; it comes before the checks of the field. */
export const Nfc = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => composed(value));

function composed(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}
