import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkXliff,
  type Judge,
  judges,
  schematron,
  schematronByJing,
  suiteFiles,
  validatorsAreMissing,
} from './validity/validators.ts';
import { type Kind, type WrittenFiles, writtenFiles } from './validity/written-files.ts';

type Breach = readonly [name: string, from: RegExp, to: string];

/** Our own files, broken in ways that each validator of the format has to see. */
const grammarBreaches: Record<Kind, readonly Breach[]> = {
  xliff2: [
    ['a state that does not exist', /state="initial"/u, 'state="done"'],
    ['a file without an id', /<file id="[^"]*"/u, '<file'],
    ['a segment without a source', /<source[\s\S]*?<\/source>/u, ''],
  ],
  xliff12: [
    ['a state that does not exist', /state="needs-translation"/u, 'state="done"'],
    ['two units with one id', /<trans-unit [\s\S]*<\/trans-unit>/u, '$&$&'],
    ['a unit without a source', /<source[\s\S]*?<\/source>/u, ''],
  ],
  tmx: [
    ['a header without a language', / srclang="[^"]*"/u, ''],
    ['a variant without a segment', /<seg>[\s\S]*?<\/seg>/u, ''],
    ['an element that does not exist', /<body>/u, '<body><unit/>'],
  ],
  tbx: [
    ['a concept without a language', /<langSec [\s\S]*?<\/langSec>/gu, ''],
    ['a term section without a term', /<term>[\s\S]*?<\/term>/u, ''],
    ['an element that does not exist', /<body>/u, '<body><unit/>'],
  ],
};

/** What only the Schematron rules see, for no schema can say it. */
const proseBreaches: readonly Breach[] = [
  ['a target language that is missing', / trgLang="[^"]*"/u, ''],
  ['a glossary entry that refers to nothing', /(<gls:glossEntry [^>]*ref=")[^"]*/u, '$1#nowhere'],
  ['a match that refers to nothing', /(<mtc:match [^>]*ref=")[^"]*/u, '$1#nowhere'],
  ['two units with one id', /(<unit id=")[^"]*/gu, '$1same'],
  ['a state of its own without a state', / state="initial"( subState)/u, '$1'],
];

/** XML cannot hold these two, and the standard wants them written so; its Schematron rules forget them. */
const noncharacter = /<cp hex="FFF[EF]"\/>/gu;
const saidOfNoncharacter = "The value of 'hex' attribute must be an illegal XML value.";
const hasNoncharacter = (file: string): boolean => textOf(file).search(noncharacter) >= 0;

const textOf = (file: string): string => readFileSync(file, 'utf8');
const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** What the signs of a rich draft look like in the files: none may be missing, or less is proved than is said. */
const signs: Partial<Record<Kind, readonly string[]>> = {
  xliff2: [
    ...['failed', 'recalled', 'drafted', 'stale'].map(
      (state) => `state="initial" subState="depeche:${state}"`,
    ),
    ...['translated', 'reviewed', 'final'].map((state) => `state="${state}"`),
    ...['version="2.0"', 'version="2.1"', 'subState="poedit:fuzzy"', 'type="term"', '<note '],
    ...['"depeche:export"', '"depeche:sent"', '"depeche:gone"', '<gls:glossEntry ', '<mtc:match '],
    ...[
      ' order="',
      'subState="depeche:absorbed"',
      '<cp hex="0001"/>',
      '<cp hex="D800"/>',
      'حزب الله',
      'Other words',
    ],
  ],
  xliff12: [
    ...['needs-translation', 'needs-adaptation', 'translated', 'signed-off', 'final'].map(
      (state) => `state="${state}"`,
    ),
    ...['<alt-trans ', '<note', 'ctype="x-depeche-character"', '<phase ', 'حزب الله'],
  ],
};

describe.skipIf(validatorsAreMissing)(
  'what depeche writes, judged by programs of others (skipped without ../shared, xmllint, jing or Saxon)',
  () => {
    let files: WrittenFiles;
    beforeAll(async () => {
      files = await writtenFiles();
    }, 300_000);
    afterAll(() => rmSync(files.folder, { recursive: true }));

    const judgedBy = ({ kind, sees }: Judge): readonly string[] =>
      sees.includes('prose') ? files[kind].filter((file) => !hasNoncharacter(file)) : files[kind];

    /** A file of ours with one thing wrong in it. */
    function broken(kind: Kind, [name, from, to]: Breach): string {
      const whole = files[kind].find((file) => textOf(file).search(from) >= 0 && !hasNoncharacter(file));
      if (whole === undefined) throw new Error(`no file can be given ${name}`);
      const path = join(files.folder, `broken.${basename(whole)}`);
      const text = textOf(whole).replace(from, to);
      expect(text).not.toBe(textOf(whole));
      writeFileSync(path, text);
      return path;
    }

    it.each(['xliff2', 'xliff12', 'tmx', 'tbx'] as const)('%s: is there, with all it can hold', (kind) => {
      expect(files[kind].length).toBeGreaterThan(60);
      const all = files[kind].map(textOf).join('\n');
      expect((signs[kind] ?? []).filter((sign) => !all.includes(sign))).toEqual([]);
    });

    describe.each(judges)('$kind by $name', (judge) => {
      const { kind, validate, sees } = judge;
      it('is valid', () => {
        expect(judgedBy(judge).length).toBeGreaterThan(60);
        expect(validate(judgedBy(judge))).toBe('');
      });

      it.each([
        ...(sees.includes('grammar') ? grammarBreaches[kind] : []),
        ...(sees.includes('prose') ? proseBreaches : []),
      ])('but not with %s', (...breach) => {
        expect(validate([broken(kind, breach)])).not.toBe('');
      });
    });

    it('is valid by the script that picks a schema by the version', () => {
      expect(checkXliff([...files.xliff2, ...files.xliff12])).toBe('');

      for (const breach of grammarBreaches.xliff12)
        expect(checkXliff([broken('xliff12', breach)])).not.toBe('');
    });

    it('has code points that the Schematron rules forget, and nothing else against it', () => {
      const odd = files.xliff2.filter(hasNoncharacter);
      expect(odd.length).toBeGreaterThan(0);
      const said = [...schematron(odd).values()].flat();
      expect(new Set(said)).toEqual(new Set([saidOfNoncharacter]));
      expect(said).toHaveLength(countOf(odd.map(textOf).join(''), noncharacter));
    });
  },
);

describe.skipIf(validatorsAreMissing)(
  'the Schematron rules, run (skipped without ../shared, xmllint, jing or Saxon)',
  () => {
    const sorted = (messages: Iterable<readonly string[]>) => [...messages].flat().sort();

    it('say the same by two programs, Saxon with our stylesheet and Jing, of all files of the suite', () => {
      for (const files of [suiteFiles('valid'), suiteFiles('invalid')]) {
        const bySaxon = sorted(schematron(files).values());
        expect(bySaxon.length).toBeGreaterThan(0);
        expect(schematronByJing(files).sort()).toEqual(bySaxon);
      }
    });

    it('find 70 of the 119 invalid files of the suite, and 98 together with the schema', () => {
      const invalid = suiteFiles('invalid');
      const found = schematron(invalid);
      const [schema] = judges;
      const byRules = invalid.filter((file) => found.get(basename(file))?.length);
      const byEither = invalid.filter((file) => byRules.includes(file) || schema?.validate([file]) !== '');
      expect([invalid.length, byRules.length, byEither.length]).toEqual([119, 70, 98]);
    });

    it('reject five of the 25 valid files', () => {
      const rejected = [...schematron(suiteFiles('valid'))].filter(([, messages]) => messages.length > 0);
      expect(rejected.map(([name]) => name).sort()).toEqual([
        'allExtensions.xlf',
        'withGlossary.xlf',
        'withMatches.xlf',
        'withModulesAttributesInEc.xlf',
        'withReferences.xlf',
      ]);
    });
  },
);
