/** The fields of the form of a wording on its page, as a browser would send them. */
export function wordingFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]* name="(heading-[^"]+|version)"[^>]* value="([^"]*)"/g)];
  const area = /<textarea id="grounds"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '';
  return {
    ...Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])),
    grounds: area,
  };
}
