import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../../domain/domain-error';

const FORMS = ['pdf', 'docx'] as const;

/** How a paper is wanted: to be printed, or to be worked over in Word. */
export type Form = (typeof FORMS)[number];

/**
 * `?dang=docx` asks for the Word file of a paper at the address of its PDF. Papers speak of people: no browser and no
 * proxy keeps the answer. Throws `paper-form-unknown`.
 */
export const PaperForm = createParamDecorator((_: unknown, context: ExecutionContext): Form => {
  const http = context.switchToHttp();
  http.getResponse<Response>().set('Cache-Control', 'private, no-store');
  return formOf(http.getRequest<Request>().query['dang'] ?? 'pdf');
});

/** Says so in the description of the API. */
export const ApiPaperForm = (): MethodDecorator & ClassDecorator =>
  ApiQuery({ name: 'dang', enum: FORMS, required: false, description: 'PDF (mặc định) hoặc Word' });

function formOf(wanted: unknown): Form {
  const form = FORMS.find((each) => each === wanted);
  if (!form) throw new DomainError('paper-form-unknown', { form: String(wanted) });
  return form;
}
