/** The refusals of the renderer behind which no other document would fare better. */
const OF_THE_MACHINE = new Set(['no-browser', 'browser-failed', 'browser-too-old', 'renderer-busy']);
/** Those whose `reason` is what the browser said: English, with folders of the machine, so for a log and no screen. */
const OF_THE_BROWSER = new Set(['print-failed', 'browser-failed']);

export function isRefusalOfTheMachine({ code }: { code: string }): boolean {
  return OF_THE_MACHINE.has(code);
}

export function isRefusalOfTheBrowser({ code }: { code: string }): boolean {
  return OF_THE_BROWSER.has(code);
}
