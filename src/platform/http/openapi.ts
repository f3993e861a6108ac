import type { NestExpressApplication } from '@nestjs/platform-express';
import { isApi } from './surface';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of every route, generated from the controllers. */
function openApi(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Thi đua')
    .setDescription('Chấm điểm, xếp hạng, xét tặng trong chỉ tiêu và lập hồ sơ khen thưởng.')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  return { ...document, paths: withoutPages(document.paths) };
}

function withoutPages(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  return Object.fromEntries(Object.entries(paths).filter(([path]) => isApi({ path })));
}

/** Serves it at `/api` for people and `/api-json` for programs; all files come from this host. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('api', sparingTheApi(app), () => openApi(app), {
    customSiteTitle: 'Thi đua · API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}

/** The files of the page are looked for below `/api`: a request to the API itself is not to wait for the disk. */
function sparingTheApi(app: NestExpressApplication): NestExpressApplication {
  const useStaticAssets = (folder: string, { prefix = '/', ...options }: StaticOptions) => {
    const files = express.static(folder, options);
    return app.use(prefix, (request: Request, response: Response, next: NextFunction) =>
      request.path.startsWith('/v1/') ? next() : files(request, response, next),
    );
  };
  return new Proxy(app, {
    get: (target, key) => (key === 'useStaticAssets' ? useStaticAssets : Reflect.get(target, key)),
  });
}

type StaticOptions = Parameters<typeof express.static>[1] & { prefix?: string };
