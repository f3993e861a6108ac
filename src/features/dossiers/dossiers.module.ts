import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards/awards.module';
import { AwardDossierPagesController } from './award.pages.controller';
import { DossierPagesController } from './dossier.pages.controller';
import { DossierPrinter } from './printing/dossier.printer';
import { DossiersApiController } from './dossiers.api.controller';

@Module({
  imports: [AwardsModule],
  controllers: [DossiersApiController, DossierPagesController, AwardDossierPagesController],
  providers: [DossierPrinter],
  exports: [DossierPrinter],
})
export class DossiersModule {}
