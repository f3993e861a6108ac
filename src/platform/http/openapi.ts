import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of every route, generated from the controllers. */
export function openApi(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Thi đua')
    .setDescription('Chấm điểm, xếp hạng, xét tặng trong chỉ tiêu và lập hồ sơ khen thưởng.')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, about);
}

/** Serves it at `/api` for people and `/api-json` for programs; all files come from this host. */
export function serveOpenApi(app: NestExpressApplication): void {
  SwaggerModule.setup('api', app, () => openApi(app), {
    customSiteTitle: 'Thi đua · API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}
