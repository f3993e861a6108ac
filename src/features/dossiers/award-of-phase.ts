import { type ExecutionContext, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';

/** An award of a phase, as an address names it. */
export interface AwardOfPhase {
  code: string;
  phase: string;
  award: string;
}

/** From the address `…/:code/…/:phase/…/:award`. */
export const OfAward = createParamDecorator((_: unknown, context: ExecutionContext): AwardOfPhase => {
  const {
    code = '',
    phase = '',
    award = '',
  } = context.switchToHttp().getRequest<Request<Partial<AwardOfPhase>>>().params;
  return { code, phase, award };
});

/** Says so in the description of the API. */
export const ApiOfAward = (): MethodDecorator =>
  applyDecorators(
    ...['code', 'phase', 'award'].map((name) => ApiParam({ name, schema: { type: 'string' } })),
  );
