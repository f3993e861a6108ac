import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { LONGEST_REASON } from '../../domain/reason';
import { Nfc } from './nfc';

/** A reason in a body. Whether there must be one, and how long it may be, says the service: to a page and a program alike. */
export function ReasonText(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, maxLength: LONGEST_REASON, description }),
    Nfc(),
    IsOptional(),
    IsString(),
  );
}
