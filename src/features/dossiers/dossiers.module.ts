import { Module } from '@nestjs/common';
import { DossierPrinter } from './dossier.printer';
import { DossiersApiController } from './dossiers.api.controller';

@Module({ controllers: [DossiersApiController], providers: [DossierPrinter] })
export class DossiersModule {}
