import { ConfigError, readConfig } from '../../src/platform/config/config';

describe('the settings', () => {
  it('have defaults that suit one office on one host', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      dataDir: 'data',
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      maxBodyMb: 10,
      maxUploadMb: 20,
      maxUnitMb: 500,
      clamd: undefined,
      smtpUrl: undefined,
      mailFrom: 'thidua@localhost',
      publicUrl: undefined,
      browserPath: undefined,
      maxExports: 20,
      maxKeptMb: 10_000,
      exportsHere: true,
    });
  });

  it('say where files are scanned, mails are sent, and pages are opened', () => {
    const clamd = (CLAMD: string) => readConfig({ CLAMD }).clamd;
    expect(clamd('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
    expect(clamd('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    expect(clamd('/run/clamav/clamd.sock')).toEqual({ socket: '/run/clamav/clamd.sock' });
    const MAIL_FROM = 'Thi đua <thidua@so.gov.vn>';
    expect(
      readConfig({
        SMTP_URL: 'smtps://u:p@thu.so.gov.vn:465',
        MAIL_FROM,
        PUBLIC_URL: 'https://td.so.gov.vn/',
      }),
    ).toMatchObject({
      smtpUrl: 'smtps://u:p@thu.so.gov.vn:465',
      mailFrom: MAIL_FROM,
      publicUrl: 'https://td.so.gov.vn',
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['PORT', '３０００'],
    ['HOST', 'http://x'],
    ['LOG_LEVEL', 'INFO'],
    ['MAX_BODY_MB', '0'],
    ['MAX_UPLOAD_MB', '501'],
    ['MAX_UPLOAD_MB', '2,5'],
    ['MAX_UNIT_MB', '0'],
    ['MAX_EXPORTS', '0'],
    ['MAX_KEPT_MB', '99'],
    ['EXPORTS_HERE', 'no'],
    ['CLAMD', 'localhost'],
    ['CLAMD', '127.0.0.1:0'],
    ['CLAMD', '127.0.0.1:65536'],
    ['SMTP_URL', 'thu.so.gov.vn'],
    ['SMTP_URL', 'http://thu.so.gov.vn'],
    ['MAIL_FROM', 'thidua'],
    ['MAIL_FROM', 'a@b\r\nBcc: c@d'],
    ['PUBLIC_URL', 'td.so.gov.vn'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATA_DIR', 'a\u0000b'],
    ['DATABASE_URL', 'postgres://host'],
    ['DATABASE_URL', 'not a url'],
  ])('refuse %s=%j and name it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(`Biến môi trường ${name} `);
  });

  it.each([
    'mysql://user:pa55@h/d',
    'pa55@h',
    'postgres://user:pa55@',
    'postgres:pa55',
    'http://h/?password=pa55#pa55',
  ])('never show the password of %s', (url) => {
    const complaint = (() => {
      try {
        return JSON.stringify(readConfig({ DATABASE_URL: url }));
      } catch (error) {
        return String(error);
      }
    })();
    expect(complaint).toContain('DATABASE_URL');
    expect(complaint).not.toContain('pa55');
  });

  it('never show the password of the mail server', () => {
    expect(() => readConfig({ SMTP_URL: 'ftp://u:pa55@h' })).toThrow('SMTP_URL');
    expect(() => readConfig({ SMTP_URL: 'ftp://u:pa55@h' })).not.toThrow('pa55');
  });

  it('count an empty value as absent', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });
});
