import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { UnitsModule } from '../units/units.module';
import { AccountStatePagesController } from './account-state.pages.controller';
import { AccountApiController } from './account.api.controller';
import { AccountsPagesController } from './accounts.pages.controller';
import { AccessGuard } from './access.guard';
import { DemoAccounts } from './demo-accounts';
import { InstallationSecret } from './installation-secret';
import { LoginPagesController } from './login.pages.controller';
import { LoginService } from './login.service';
import { OwnAccountPagesController } from './own-account.pages.controller';
import { PersonService } from './person.service';
import { SessionStore } from './session.store';
import { Tokens } from './tokens.service';
import { Tries } from './tries';
import { FormTokens } from './web-session';

@Module({
  imports: [UnitsModule],
  controllers: [
    LoginPagesController,
    OwnAccountPagesController,
    AccountApiController,
    AccountsPagesController,
    AccountStatePagesController,
  ],
  providers: [
    Tries,
    Tokens,
    PersonService,
    LoginService,
    DemoAccounts,
    {
      provide: InstallationSecret,
      inject: [UnitOfWork],
      useFactory: (unitOfWork: UnitOfWork) => InstallationSecret.of(unitOfWork),
    },
    {
      provide: FormTokens,
      inject: [InstallationSecret],
      useFactory: (secret: InstallationSecret) => new FormTokens(secret),
    },
    {
      provide: SessionStore,
      inject: [UnitOfWork, Clock],
      useFactory: (unitOfWork: UnitOfWork, clock: Clock) => new SessionStore(unitOfWork, clock),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Tokens, PersonService, FormTokens, DemoAccounts],
})
export class AccountsModule {}
