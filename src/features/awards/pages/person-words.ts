/** `TT-01 · Phòng Quản lý Khoa học`: code and unit of a nominee; the unit is not said twice where it is the nominee. */
export function codeAndUnit({ code, name, unit }: { code: string; name: string; unit: string }): string {
  return unit === name ? code : `${code} · ${unit}`;
}
