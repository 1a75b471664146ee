import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checks } from '../../src/check/checks.ts';
import type { Locale } from '../../src/model/locale.ts';
import { readAnswer } from '../../src/provider/language-model-answer.ts';
import { negationReader } from '../../src/text/negation.ts';
import { issuesOf } from '../check/fixture.ts';

const locales = resolve(import.meta.dirname, '../../locales');
const catalogues = '/usr/share/locale';
const languages = ['fr', 'de', 'es', 'pt', 'it', 'ru', 'ar'];

/** Checks that judge by words and so can be wrong: what they find in published translations of interfaces is mostly a false alarm. */
const judged = [
  'untranslated-words',
  'extra-text',
  'quotation-lost',
  'doubled-word',
  'mixed-script',
  'foreign-script',
  'mojibake',
  'agency-lost',
  'negation-changed',
  'number-swapped',
];

/**
 * How often checks speak up over translations that were published: the message catalogues of the system (gettext, `.mo`), sentences of
 * five words and more. The last two rows are those that would be refused as answers of a language model, and how many of those in another
 * language (English, French out of English) would be. And how often a negation that is taken out of a right translation is missed.
 */
export function benchAlarms(): void {
  const messages = readCatalogues();
  if (messages.size === 0) {
    console.log(`no message catalogues in ${catalogues}: nothing was measured`);
    return;
  }
  console.log('findings in published translations, in a thousand pairs\n');
  for (const from of ['en', 'fr']) {
    const into = languages.filter((language) => language !== from);
    const counts = new Map<string, number>();
    const pairs = new Map<string, number>();
    /** Answers of one line: the others would be refused for that. */
    const judgements = new Map<string, number>();
    for (const [english, translations] of messages) {
      const source = from === 'en' ? english : translations.get(from);
      if (source === undefined) continue;
      for (const to of into) {
        const target = translations.get(to)?.trim();
        if (target === undefined || target === '' || target === source.trim()) continue;
        pairs.set(to, (pairs.get(to) ?? 0) + 1);
        const wrong = from === 'fr' ? english : translations.get('fr');
        for (const [row, answer] of [
          [refusedRow, target],
          [otherLanguageRow, to === 'fr' ? translations.get('de') : wrong],
        ] as const) {
          if (answer === undefined || answer.trim().includes('\n')) continue;
          judgements.set(`${row} ${to}`, (judgements.get(`${row} ${to}`) ?? 0) + 1);
          if (!isRefused({ from, to }, source.trim(), answer.trim())) continue;
          counts.set(`${row} ${to}`, (counts.get(`${row} ${to}`) ?? 0) + 1);
        }
        for (const check of checks) {
          if (!judged.includes(check.id) || issuesOf(check, [to, source.trim(), target, from]).length === 0)
            continue;
          counts.set(`${check.id} ${to}`, (counts.get(`${check.id} ${to}`) ?? 0) + 1);
        }
      }
    }
    console.log(`${`from ${from}`.padEnd(20)}${into.map((to) => to.padStart(7)).join('')}`);
    console.log(`${'pairs'.padEnd(20)}${into.map((to) => String(pairs.get(to) ?? 0).padStart(7)).join('')}`);
    for (const id of [...judged, refusedRow, otherLanguageRow]) {
      const all = (to: string) => judgements.get(`${id} ${to}`) ?? pairs.get(to) ?? 1;
      const shares = into.map((to) => (1000 * (counts.get(`${id} ${to}`) ?? 0)) / all(to));
      console.log(`${id.padEnd(20)}${shares.map((share) => share.toFixed(1).padStart(7)).join('')}`);
    }
    console.log('');
  }
  missedNegations();
}

const refusedRow = 'answer refused';
const otherLanguageRow = 'other language seen';

function isRefused({ from, to }: { from: Locale; to: Locale }, source: string, text: string): boolean {
  const content = JSON.stringify({ translations: [{ id: 's', text }] });
  const request = { source: from, target: to, segments: [{ id: 's', text: source }] };
  return readAnswer(content, request).refused !== undefined;
}

/** Words that say no, to be taken out. */
const negations: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|nobody|nothing|none|nor|neither)\b|n[’']t\b/giu,
  de: /\b(?:nicht|kein\p{L}*|nie|niemals|niemand|nichts|weder|noch)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:no|nunca|ning[uú]n[oa]?|nadie|tampoco|ni)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:não|nunca|nenhuma?|ninguém|nem)(?!\p{L})/giu,
  ar: /(?<!\p{L})[وف]?(?:لا|لم|لن|ليس|ليست)(?!\p{L})/gu,
};

/** Takes the words that say no out of the translations of the demo, one sentence after the other. */
function missedNegations(): void {
  console.log('negations taken out of the translations of the demo: found');
  const check = checks.find(({ id }) => id === 'negation-changed');
  for (const [language, words] of Object.entries(negations)) {
    let [found, all] = [0, 0];
    for (const file of readdirSync(join(locales, language)).filter((name) => name.endsWith('.json'))) {
      const source = bundleOf('fr', file);
      for (const [id, target] of Object.entries(bundleOf(language, file))) {
        const french = source[id] ?? '';
        const without = target.replace(words, '');
        if (without === target || negationReader('fr')?.saysNo(french) !== true) continue;
        all += 1;
        if (check && issuesOf(check, [language, french, without]).length > 0) found += 1;
      }
    }
    console.log(`  ${language}  ${found} of ${all}`);
  }
}

function bundleOf(language: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(locales, language, file), 'utf8'));
}

/** English messages and what they are in each language. */
function readCatalogues(): Map<string, Map<Locale, string>> {
  const messages = new Map<string, Map<Locale, string>>();
  for (const language of languages) {
    const folders = language === 'pt' ? ['pt', 'pt_PT', 'pt_BR'] : [language];
    for (const file of folders.flatMap((folder) =>
      globSync(join(catalogues, folder, 'LC_MESSAGES/*.mo')).sort(),
    )) {
      for (const [english, translated] of readCatalogue(readFileSync(file))) {
        if (!isSentence(english)) continue;
        const known = messages.get(english) ?? new Map<Locale, string>();
        messages.set(english, known.set(language, translated));
      }
    }
  }
  console.log(
    `${messages.size} messages of ${new Set(globSync(`${catalogues}/de/LC_MESSAGES/*.mo`).map((file) => basename(file))).size} programs in German, and others`,
  );
  return messages;
}

function isSentence(message: string): boolean {
  const text = message.trim();
  return /^\p{Lu}/u.test(text) && !/[\n_&<]/u.test(text) && (text.match(/[A-Za-z']+/gu)?.length ?? 0) >= 5;
}

/** A catalogue of gettext in UTF-8: two tables of lengths and offsets, little-endian; plural forms are left out. */
function readCatalogue(bytes: Buffer): [string, string][] {
  if (bytes.length < 20 || bytes.readUInt32LE(0) !== 0x950412de) return [];
  if (!/charset=utf-8/iu.test(bytes.toString('latin1'))) return [];
  const [count, originals, translations] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const textAt = (table: number, index: number): string => {
    const [length, offset] = [
      bytes.readUInt32LE(table + 8 * index),
      bytes.readUInt32LE(table + 8 * index + 4),
    ];
    return bytes.toString('utf8', offset, offset + length);
  };
  return Array.from({ length: count ?? 0 }, (_, index): [string, string] => {
    const original = textAt(originals ?? 0, index);
    return [original.slice(original.indexOf('\u0004') + 1), textAt(translations ?? 0, index)];
  }).filter(([original]) => original !== '' && !original.includes('\0'));
}

if (import.meta.main) benchAlarms();
