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
      browserPath: undefined,
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

  it('count an empty value as absent', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });
});
