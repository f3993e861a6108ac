import type { Award, Campaign } from '../../../domain/campaign';
import { oneLine } from '../../../platform/text/printable';

/** How a paper names a unit. */
export type UnitName = (unit: string) => string;

/** A part of the house, as it is called there: `Phòng Quản lý Khoa học`, `Thanh tra Sở`. */
const PART = /^(Phòng|Văn phòng|Thanh tra|Chi cục|Trung tâm) /u;
/** Says of itself where it belongs. */
const PLACED =
  /(^|[\s,(])(tỉnh|thành phố|huyện|quận|phường|xã(?! hội)|Sở(?= \p{Lu})|Bộ(?= \p{Lu})|Công ty|Tập đoàn|Trường|Viện|UBND|[UỦ][ỷy] ban)(?=[\s,)]|$)/u;
const PROVINCE = /^(UBND|[UỦ][ỷy] ban nhân dân) (tỉnh|thành phố) /u;

/**
 * To an authority outside, a part of the house is named with the house and its province, as nobody there knows it alone:
 * `Phòng Quản lý Khoa học, Sở Khoa học và Công nghệ tỉnh Hưng Yên`. Inside, and for any other body, its own name does.
 */
export function unitName(campaign: Campaign, { authority }: Award): UnitName {
  const house = oneLine(campaign.organizer.name);
  if (authority === 'own' || PROVINCE.test(house)) return oneLine;
  return (unit) => {
    const name = oneLine(unit);
    return PART.test(name) && !PLACED.test(name) ? joined(name, inProvince(campaign, house)) : name;
  };
}

/** `Văn phòng Sở` is that of the Sở: `Văn phòng Sở Khoa học và Công nghệ tỉnh Hưng Yên`. */
function joined(part: string, house: string): string {
  return house.startsWith('Sở ') && part.endsWith(' Sở')
    ? `${part.slice(0, -'Sở'.length)}${house}`
    : `${part}, ${house}`;
}

/**
 * A name with the province or city that the superior body names: `Sở Khoa học và Công nghệ tỉnh Hưng Yên`; that of a
 * commune is set off: `Ủy ban nhân dân phường Uông Bí, tỉnh Quảng Ninh`. As it is where none is named, or where it is told.
 */
export function inProvince({ organizer: { parent } }: Campaign, name: string): string {
  const place = /(tỉnh|thành phố) .+$/iu.exec(oneLine(parent ?? ''))?.[0] ?? '';
  const told = oneLine(name);
  if (place === '' || told.toLowerCase().includes(place.toLowerCase())) return told;
  return /\s(phường|xã|đặc khu)\s/u.test(told) ? `${told}, ${place}` : `${told} ${place}`;
}
