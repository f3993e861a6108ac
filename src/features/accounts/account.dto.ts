import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { GROUPS, type Group } from '../../domain/access';
import { Nfc } from '../../platform/http/nfc';
import { PageQuery } from '../../platform/http/page';
import { ACCOUNT_STATES, type AccountState } from './person.queries';

/** What of an account can be changed; the service says what is wrong with it, for page and API alike. */
export class AccountBody {
  @ApiProperty({ example: 'Nguyễn Văn An' })
  @Nfc()
  @IsString()
  @MaxLength(1000)
  name!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  email?: string;

  @ApiProperty({ enum: GROUPS, isArray: true })
  @IsArray()
  @ArrayMaxSize(GROUPS.length)
  @IsIn([...GROUPS], { each: true })
  groups!: Group[];

  @ApiPropertyOptional({ description: 'Mã định danh của đơn vị' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  unit?: string;

  @ApiPropertyOptional({ description: 'Là người đứng đầu đơn vị' })
  @IsOptional()
  @IsBoolean()
  headsUnit?: boolean;
}

export class NewAccount extends AccountBody {
  @ApiProperty({ example: 'an.nv' })
  @IsString()
  @MaxLength(200)
  username!: string;
}

export class AccountQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Tìm theo họ tên, tên đăng nhập; gõ có dấu hay không dấu đều được' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: GROUPS })
  @IsOptional()
  @IsIn([...GROUPS])
  group?: Group;

  @ApiPropertyOptional({ enum: ACCOUNT_STATES })
  @IsOptional()
  @IsIn([...ACCOUNT_STATES])
  state?: AccountState;
}
