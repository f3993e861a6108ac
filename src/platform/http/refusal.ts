import { HttpException } from '@nestjs/common';
import { DomainError } from '../../domain/domain-error';

/** By the `type` of the body parser, else by status: what the framework refuses, in our own codes. */
const BY_TYPE: Record<string, string | undefined> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'body-too-large',
  'parameters.too.many': 'body-too-large',
  'encoding.unsupported': 'wrong-content-type',
  'charset.unsupported': 'wrong-content-type',
};

const BY_STATUS: Record<number, string | undefined> = {
  400: 'malformed-request',
  404: 'route-not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'wrong-content-type',
};

/** The refusal behind whatever was thrown; undefined for a defect of ours. */
export function refusalOf(thrown: unknown): DomainError | undefined {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof HttpException) return byStatus(thrown.getStatus());
  if (!isHttpError(thrown)) return undefined;
  const code = BY_TYPE[thrown.type ?? ''];
  return code ? new DomainError(code) : byStatus(thrown.status);
}

function byStatus(status: number): DomainError | undefined {
  const code = BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : undefined);
  return code ? new DomainError(code) : undefined;
}

/** The errors of Express's parsers (`http-errors`). */
function isHttpError(thrown: unknown): thrown is Error & { status: number; type?: string } {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number';
}
