import { xmlText } from './xml-text';

/** Who made the file, and when: never the moment of making it, so that the same data give the same bytes. */
export function coreProperties(title: string, day: string): { path: string; data: string } {
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return {
    path: 'docProps/core.xml',
    data:
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
      `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
      `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${escaped(title)}</dc:title><dc:creator>thidua</dc:creator><dc:language>vi-VN</dc:language>` +
      `${moment('created')}${moment('modified')}</cp:coreProperties>`,
  };
}

function escaped(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
