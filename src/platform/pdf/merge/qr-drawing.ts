import qrCode from 'qrcode-generator';

/** A QR code as operators that fill its dark modules inside a square of `size` points at 0, 0: runs, not single squares. */
export function qrDrawing(text: string, size: number): string {
  const code = qrCode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const module = size / count;
  const rectangles: string[] = [];
  for (let row = 0; row < count; row += 1)
    for (const [from, to] of runs(count, (column) => code.isDark(row, column)))
      rectangles.push(
        [from * module, size - (row + 1) * module, (to - from) * module, module]
          .map(short)
          .join(' ')
          .concat(' re'),
      );
  return [...rectangles, 'f'].join('\n');
}

function runs(count: number, isDark: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < count; at += 1) {
    const last = found.at(-1);
    if (!isDark(at)) continue;
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

function short(value: number): string {
  return String(Number(value.toFixed(4)));
}
