import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../domain/domain-error';
import type { Orientation } from './documents/nominee-list.view';

const WANTED: ReadonlyMap<string, Orientation> = new Map([
  ['ngang', 'landscape'],
  ['dung', 'portrait'],
]);

/** `?huong=dung` asks for a list in portrait, `ngang` or nothing in landscape. Throws `paper-orientation-unknown`. */
export const PaperOrientation = createParamDecorator((_: unknown, context: ExecutionContext): Orientation => {
  const asked = context.switchToHttp().getRequest<Request>().query['huong'] ?? 'ngang';
  const wanted = typeof asked === 'string' ? asked : '';
  const known = WANTED.get(wanted);
  if (!known) throw new DomainError('paper-orientation-unknown', { found: wanted });
  return known;
});

/** Says so in the description of the API. */
export const ApiPaperOrientation = (): MethodDecorator =>
  ApiQuery({
    name: 'huong',
    enum: [...WANTED.keys()],
    required: false,
    description: 'Khổ giấy ngang (mặc định) hoặc dọc',
  });
