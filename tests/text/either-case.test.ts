import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What a process says in which V8 leaves its regular expressions as they are, as it does in one that has made many of them. */
function unoptimized(code: string): unknown {
  const flags = ['--no-regexp-optimization', '--input-type=module', '--eval', code];
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: import.meta.dirname, encoding: 'utf8' }));
}

it('reads capitals in a process that has made many regular expressions', () => {
  const read = unoptimized(`
    import { houseSegmenter } from '../../src/segment/house-rules.ts';
    import { convertPattern } from '../../src/segment/regular-expression.ts';
    import { joinedView } from '../../src/text/joined-view.ts';
    import { beginningDateline } from '../../src/wire/dateline.ts';
    const russian = 'Ген. Морозов молчит. ПОЛК. Седов молчит.';
    const dateOf = (text) => beginningDateline(joinedView(text, [{ start: 0, end: text.length }]))?.date;
    const whole = (pattern, text) => new RegExp('^(?:' + convertPattern(pattern).source + ')$', 'v').test(text);
    console.log(JSON.stringify({
      sentences: houseSegmenter('ru').cut(russian).map(({ start, end }) => russian.slice(start, end)),
      dates: ['21 OCT', 'Le MARDI 1ER FÉVRIER', 'lundi 3 Août'].map((day) => dateOf('MOSCOU, ' + day + ' 2020 (AFP) — ')),
      patterns: [whole('(?i)été|non', 'ÉTÉ'), whole('(?i:\\\\Qété\\\\E|\\\\u00e9t|a)', 'ÉT')],
    }));
  `);
  expect(read).toEqual({
    sentences: ['Ген. Морозов молчит.', 'ПОЛК. Седов молчит.'],
    dates: ['2020-10-21', '2020-02-01', '2020-08-03'],
    patterns: [true, true],
  });
});
