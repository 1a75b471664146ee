import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { mostCharacters } from '../../src/wire/limits.ts';
import { startCommand } from './command.ts';

/** The most memory that a command may hold for any of these dispatches, in MB: see docs/decisions/0011-wire-formats.md. */
const mostMemory = 500;

/** As much of something as a dispatch with markup may have. */
function filled(before: string, unit: string, after: string): string {
  return (
    before + unit.repeat(Math.floor((mostCharacters - before.length - after.length) / unit.length)) + after
  );
}

const json = (name: string, unit: string) => filled(`{"uri":"x","${name}":"`, unit, '"}');

it.each([
  ['words in XHTML in JSON', json('body_xhtml', 'Le mot. '), 0],
  ['escapes in JSON', json('body_text', '\\u00e9t\\u00e9. '), 0],
  ['lines in JSON', json('body_text', 'a\\n\\n'), 0],
  ['paragraphs in XHTML in JSON', `{"uri":"x","body_xhtml":"${'<p>a</p>'.repeat(49_000)}"}`, 0],
  [
    'references in NITF',
    filled('<nitf><body><body.content><p>', '&#233;', '</p></body.content></body></nitf>'),
    0,
  ],
  ['elements in NITF', filled('<nitf>', '<a/>', '</nitf>'), 2],
  ['attributes in NITF', filled('<nitf><p', ' a="">', '</nitf>'), 2],
  ['words in HTML', filled('<!doctype html><p>', 'Le mot. ', ''), 0],
  ['references in HTML', filled('<!doctype html><p>', '&eacute', ''), 0],
  ['paragraphs in HTML', `<!doctype html>${'<p>a'.repeat(49_000)}`, 0],
  ['tags in HTML', filled('<!doctype html>', '<b></b>', ''), 2],
  ['overlapping tags in HTML', `<!doctype html>${'<p><b><i>a</b></i>'.repeat(16_000)}`, 0],
  ['open tags in HTML', filled('<!doctype html>', '<b>', ''), 2],
  ['words in Markdown', filled('# T\n\n', 'Le mot. ', ''), 0],
  ['paragraphs in Markdown', filled('# T\n\n', 'a\n\n', ''), 2],
  ['emphasis in Markdown', filled('# T\n\n', '*a* ', ''), 2],
  ['lines in Markdown', `# T\n\n${'Le mot.\n\n'.repeat(33_000)}`, 0],
  ['stars in Markdown', filled('# T\n\na', '*', ''), 0],
  ['brackets in Markdown', filled('# T\n\n', '[', ''), 2],
  ['pictures in pictures in Markdown', `# T\n\n${'!['.repeat(150_000)}a${'](b)'.repeat(150_000)}`, 0],
  ['links in Markdown', filled('# T\n\n', '[a](b)', ''), 2],
  ['backticks in Markdown', filled('# T\n\n', '`` ` ', ''), 2],
  ['quotations in Markdown', filled('# T\n\n', '> ', 'a'), 0],
  ['tables in Markdown', filled('# T\n\na|b\n-|-\n', 'a|b\n', ''), 2],
  ['escapes in Markdown', filled('# T\n\n', '\\*', ''), 2],
  [
    'lines in ANPA 1312',
    filled('\u0001a0231\u001f\r\nu i\u0013\u0011 bc-port 10-21 0231\r\n\u0002', '\ta\r\n', '\u0003'),
    2,
  ],
  ['values in JSON', filled('{"uri":"x","y":[', '1,', '1]}'), 2],
  ['nesting in JSON', filled('{"uri":', '[', ''), 2],
  [
    'a document type with entities',
    '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>',
    2,
  ],
  ['an external entity', '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', 2],
])('%s: read or refused, under 500 MB', async (name, dispatch, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'depeche-proof-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'hostile.wire'), dispatch);
  const usage = join(folder, 'usage');
  const { exitCode, out, err } = await startCommand(folder, ['segment', 'hostile.wire'], {
    NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'usage.mjs')}`,
    USAGE_FILE: usage,
  }).ended;
  const [peak, cpu] = (await readFile(usage, 'utf8')).split(' ').map(Number);
  console.info(
    `${name}: ${((cpu ?? Number.NaN) / 1000).toFixed(2)} s of CPU, ${Math.round((peak ?? 0) / 1024)} MB`,
  );
  expect({ name, exitCode }).toEqual({ name, exitCode: expected });
  expect(out + err).not.toContain('root:');
  expect((peak ?? Number.NaN) / 1024).toBeLessThan(mostMemory);
});
