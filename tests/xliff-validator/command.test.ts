import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../cli/temporary-project.ts';
import { richExample12, richExample21 } from './examples.ts';

describe('depeche validate', () => {
  it('says nothing against valid files, and ends with 0', async () => {
    const { write, run } = await temporaryProject();
    await write('a.xlf', richExample21);
    await write('deep/b.xlf', richExample12);
    expect(await run('validate', 'a.xlf', 'deep/b.xlf')).toEqual({
      exitCode: 0,
      out: '2 files, 0 findings\n',
      err: '',
    });
  });

  it('names file, line, column, constraint and section of what is wrong, and ends with 1', async () => {
    const { write, run } = await temporaryProject();
    await write('a.xlf', richExample21.replace('<unit id="u2"', '<unit id="u1"'));
    const { exitCode, out } = await run('validate', 'a.xlf');
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /^a\.xlf:\d+:\d+: .*unit-id-unique.*: .*“u1”.* \[4\.3\.1 id\]\n1 files, \d+ findings\n$/su,
    );
  });

  it('takes what is not well-formed for invalid', async () => {
    const { write, run } = await temporaryProject();
    await write('a.xlf', richExample21.slice(0, 3000));
    await write('empty.xlf', '');
    const { exitCode, out } = await run('validate', 'a.xlf', 'empty.xlf', '--json');
    expect(exitCode).toBe(1);
    const { findings, problems } = JSON.parse(out);
    expect(problems).toEqual([]);
    expect(findings.map(({ file, constraint }: Record<string, unknown>) => [file, constraint])).toEqual([
      ['a.xlf', 'well-formed'],
      ['empty.xlf', 'well-formed'],
    ]);
  });

  it('ends with 2 for files that cannot be read, and still tells of the others', async () => {
    const { write, run } = await temporaryProject();
    await write('latin.xlf', Uint8Array.of(0x3c, 0xe9, 0x3e));
    await write('bad.xlf', '<xliff/>');
    const { exitCode, out, err } = await run('validate', 'missing.xlf', 'latin.xlf', 'bad.xlf');
    expect(exitCode).toBe(2);
    expect(err).toMatch(/missing\.xlf.*\n.*latin\.xlf.*utf-8/isu);
    expect(out).toContain('bad.xlf:1:1: ');
  });

  it('reads UTF-16 with its mark, as other tools write it', async () => {
    const { write, run } = await temporaryProject();
    await write('a.xlf', Buffer.from(`\ufeff${richExample12.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
    expect((await run('validate', 'a.xlf')).out).toBe('1 files, 0 findings\n');
  });

  it('wants a file', async () => {
    const { run } = await temporaryProject();
    expect((await run('validate')).exitCode).toBe(2);
  });
});
