import { prepareEvidence } from '../../src/features/dossiers/bundle/prepare-evidence';

const failing = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

/** What becomes of a piece whose file cannot be read, and what is told of it. */
async function prepared(failure: unknown) {
  const told: unknown[] = [];
  const [piece] = await prepareEvidence(
    [
      {
        piece: {
          criterion: '1.1',
          title: 'Quyết định',
          file: { sha256: 'a'.repeat(64), bytes: 9, type: 'pdf', name: 'quyet-dinh.pdf' },
        },
        criterion: '1.1',
      },
    ],
    {
      evidence: {
        piecesOf: () => [],
        read: () => Promise.reject(failure),
        originOf: () => ORIGIN,
        papers: ORIGIN,
        origin: ORIGIN,
      },
      processes: { run: () => Promise.reject(new Error('nothing to read')) },
      onFailure: (file, thrown) => told.push([file, thrown]),
    },
  );
  return { reason: piece?.kind === 'named' ? piece.reason.code : piece?.kind, told };
}

const ORIGIN = { version: 1, auditHead: '0'.repeat(64) };

describe('evidence that cannot be read', () => {
  it('is missing only where its file is not there', async () => {
    expect(await prepared(failing('ENOENT'))).toEqual({ reason: 'missing', told: [] });
  });

  it.each(['EACCES', 'EMFILE', 'EIO'])('ends the export where the machine says %s', async (code) => {
    await expect(prepared(failing(code))).rejects.toMatchObject({ code });
  });

  it('is called unreadable for any other reason, which is told for the log', async () => {
    const defect = new TypeError('a defect of ours');
    expect(await prepared(defect)).toEqual({ reason: 'unreadable', told: [['a'.repeat(64), defect]] });
  });
});
