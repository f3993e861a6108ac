import { type DynamicModule, Module } from '@nestjs/common';
import { entities } from './app.entities';
import { AccountsModule } from './features/accounts/accounts.module';
import { AppraisalModule } from './features/appraisal/appraisal.module';
import { AuditModule } from './features/audit/audit.module';
import { recordAuditEvent } from './features/audit/audit.record';
import { AwardsModule } from './features/awards/awards.module';
import { CampaignPagesModule } from './features/campaign-pages/campaign-pages.module';
import { CampaignsModule } from './features/campaigns/campaigns.module';
import { CouncilModule } from './features/council/council.module';
import { DeadlinesModule } from './features/deadlines/deadlines.module';
import { DeskModule } from './features/desk/desk.module';
import { DossiersModule } from './features/dossiers/dossiers.module';
import { ExportsModule } from './features/dossiers/exports/exports.module';
import { DraftingModule } from './features/drafting/drafting.module';
import { EvidenceModule } from './features/evidence/evidence.module';
import { HomeModule } from './features/first-page/home.module';
import { UnitChangesModule } from './features/unit-changes/unit-changes.module';
import { LatenessModule } from './features/lateness/lateness.module';
import { NominationsModule } from './features/nominations/nominations.module';
import { NoticesModule } from './features/notices/notices.module';
import { UnitsModule } from './features/units/units.module';
import type { Config } from './platform/config/config';
import { DatabaseModule } from './platform/database/database.module';
import { HealthModule } from './platform/health/health.module';
import { PlatformModule } from './platform/platform.module';

const features = [
  AccountsModule,
  AuditModule,
  UnitsModule,
  CampaignsModule,
  DeadlinesModule,
  NominationsModule,
  LatenessModule,
  UnitChangesModule,
  EvidenceModule,
  NoticesModule,
  AppraisalModule,
  CouncilModule,
  AwardsModule,
  DeskModule,
  DraftingModule,
  DossiersModule,
  ExportsModule,
  CampaignPagesModule,
  HomeModule,
];

/** The whole service: the platform, and one module for each feature. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    const platform = [
      PlatformModule.forRoot(config),
      DatabaseModule.forRoot({ entities, record: recordAuditEvent }),
      HealthModule,
    ];
    return { module: AppModule, imports: [...platform, ...features] };
  }
}
