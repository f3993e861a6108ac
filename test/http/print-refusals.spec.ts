import { Controller, Get, Module, Param } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AppModule } from '../../src/app.module';
import { setUp } from '../../src/app.setup';
import { report } from '../../src/cli/failure';
import { DomainError } from '../../src/domain/domain-error';
import { Public } from '../../src/platform/http/requires';
import { sourcesOf } from '../architecture/sources';
import { TestDatabase } from '../support/each-database';

/** Every refusal of the renderer, as a person reads it. */
const REFUSALS: Record<string, { params: Record<string, string | number>; sentence: string }> = {
  'no-browser': {
    params: {},
    sentence:
      'Chưa in được PDF vì máy chưa có trình duyệt. Người quản trị cần cài Chromium hoặc Google Chrome, hoặc đặt biến PUPPETEER_EXECUTABLE_PATH trỏ tới tệp chạy của trình duyệt.',
  },
  'browser-too-old': {
    params: { version: '90', oldest: 118 },
    sentence: 'Trình duyệt 90 quá cũ để in PDF: cần Chromium hoặc Chrome từ phiên bản 118 trở lên.',
  },
  'browser-failed': {
    params: { reason: '/opt/chrome: missing library' },
    sentence:
      'Không mở được trình duyệt để in PDF. Người quản trị xem nguyên nhân trong nhật ký của máy chủ.',
  },
  'renderer-busy': { params: {}, sentence: 'Máy đang in nhiều hồ sơ, xin thử lại sau ít phút.' },
  'print-timeout': {
    params: {},
    sentence: 'In hồ sơ quá lâu nên đã dừng. Hãy kiểm tra xem hồ sơ có nội dung quá dài hay không.',
  },
  'print-failed': {
    params: { reason: 'Target closed' },
    sentence:
      'Không in được hồ sơ do lỗi của trình duyệt in. Hãy thử lại; nếu vẫn không được, báo người quản trị.',
  },
};

@Controller(['in-thu', 'api/v1/in-thu'])
@Public()
class Printing {
  @Get(':code')
  print(@Param('code') code: string): never {
    throw new DomainError(code, REFUSALS[code]?.params);
  }
}

@Module({ controllers: [Printing] })
class PrintingModule {}

describe('a refusal of the renderer', () => {
  const db = new TestDatabase('sqlite');
  let app: NestExpressApplication;

  beforeAll(async () => {
    await db.open();
    const module = await Test.createTestingModule({
      imports: [AppModule.with(db.config), PrintingModule],
    }).compile();
    app = setUp(module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }));
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it('is in this table, whichever it is', () => {
    const files = ['pdf-renderer', 'job-queue', 'launch', 'warm-browser'].map((name) => `${name}.ts`);
    const sources = sourcesOf('src/platform/pdf').filter(({ path }) =>
      files.some((file) => path.endsWith(`/${file}`)),
    );
    const thrown = sources.flatMap(({ text }) =>
      [...text.matchAll(/new DomainError\('([^']+)'/g)].map(([, code]) => code),
    );
    expect(sources).toHaveLength(files.length);
    expect(new Set(thrown)).toEqual(new Set(Object.keys(REFUSALS)));
  });

  it.each(Object.entries(REFUSALS))(
    '%s is told on the page, to a program and on the command line',
    async (code, { params, sentence }) => {
      const page = await request(app.getHttpServer()).get(`/in-thu/${code}`).set('Accept', 'text/html');
      expect([page.status, page.type]).toEqual([503, 'text/html']);
      expect(page.text).toContain(sentence);
      const api = await request(app.getHttpServer()).get(`/api/v1/in-thu/${code}`);
      expect(api.body).toMatchObject({ code, status: 503, detail: sentence });
      const { reason } = params;
      for (const text of [page.text, api.text]) expect(reason && text.includes(String(reason))).toBeFalsy();
      const technical = reason ? `Chi tiết kỹ thuật: ${reason}\n` : '';
      expect(onCommandLine(new DomainError(code, params))).toBe(`${sentence}\n${technical}`);
    },
  );
});

function onCommandLine(error: DomainError): string {
  const written: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  report(error, { debug: false });
  stderr.mockRestore();
  return written.join('');
}
