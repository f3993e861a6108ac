import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../domain/domain-error';
import { FILE_BODY, takesDocuments, takesFile } from './document-route';
import { refusalOf } from './refusal';
import { isApi } from './surface';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART_TYPE = 'multipart/form-data';

/** Whole documents as an office keeps them; a handler gets their bytes, unread. */
const DOCUMENT_TYPES = [
  'application/yaml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** More fields than any form has, and deeper names. */
const MOST_FIELDS = 5_000;

/**
 * Bodies of the API are JSON objects or arrays, and where a list is imported also documents, up to the given size; bodies of
 * pages are forms. Any other type is refused before it is read.
 */
export function acceptBodies(app: NestExpressApplication, maxMegabytes: number): void {
  const limit = maxMegabytes * 1024 * 1024;
  app.use(refuseOtherTypes);
  app.useBodyParser('json', { limit, strict: true, type: JSON_TYPE });
  app.useBodyParser('urlencoded', { limit, extended: true, parameterLimit: MOST_FIELDS, type: FORM_TYPE });
  app.useBodyParser('raw', { limit, type: DOCUMENT_TYPES });
  app.use(nameRefusal);
}

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  if (hasBody(request) && !request.is(typesFor(request))) next(new DomainError('wrong-content-type'));
  else next();
}

function typesFor(request: Request): string[] {
  if (!isApi(request)) return [FORM_TYPE, MULTIPART_TYPE];
  if (takesFile(request)) return [FILE_BODY];
  return takesDocuments(request) ? [JSON_TYPE, ...DOCUMENT_TYPES] : [JSON_TYPE];
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Here the parser's error still says what was wrong; the framework would keep only its status. */
function nameRefusal(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  next(refusalOf(error) ?? error);
}
