import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../../domain/domain-error';

const FORMS = ['pdf', 'docx'] as const;
const LIST_FORMS = [...FORMS, 'xlsx'] as const;

/** How a paper is wanted: to be printed, or to be worked over in Word. */
export type Form = (typeof FORMS)[number];

/** The same of a list, which can also be a workbook. */
export type ListForm = (typeof LIST_FORMS)[number];

/**
 * `?dang=docx` asks for the Word file of a paper at the address of its PDF. Papers speak of people: no browser and no
 * proxy keeps the answer. Throws `paper-form-unknown`.
 */
export const PaperForm = createParamDecorator((_: unknown, context: ExecutionContext) =>
  formOf(FORMS, context),
);

/** `?dang=xlsx` too, for a list. Throws `paper-form-unknown`. */
export const PaperListForm = createParamDecorator((_: unknown, context: ExecutionContext) =>
  formOf(LIST_FORMS, context),
);

/** Says so in the description of the API. */
export const ApiPaperForm = (): MethodDecorator & ClassDecorator =>
  ApiQuery({ name: 'dang', enum: FORMS, required: false, description: 'PDF (mặc định) hoặc Word' });

export const ApiPaperListForm = (): MethodDecorator =>
  ApiQuery({
    name: 'dang',
    enum: LIST_FORMS,
    required: false,
    description: 'PDF (mặc định), Word hoặc Excel',
  });

function formOf<F extends ListForm>(forms: readonly F[], context: ExecutionContext): F {
  const http = context.switchToHttp();
  http.getResponse<Response>().set('Cache-Control', 'private, no-store');
  const wanted: unknown = http.getRequest<Request>().query['dang'] ?? 'pdf';
  const form = forms.find((each) => each === wanted);
  if (!form) throw new DomainError('paper-form-unknown', { form: String(wanted), forms: forms.join(', ') });
  return form;
}
