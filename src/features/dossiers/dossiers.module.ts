import { Module } from '@nestjs/common';
import { DossierPagesController } from './dossier.pages.controller';
import { DossierPrinter } from './dossier.printer';
import { DossiersApiController } from './dossiers.api.controller';

@Module({ controllers: [DossiersApiController, DossierPagesController], providers: [DossierPrinter] })
export class DossiersModule {}
