import { isDateline } from '../model/draft.ts';
import { languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const mixedScript = defineTextCheck({
  id: 'mixed-script',
  family: 'characters',
  severity: 'error',
  describe: 'A word of the target mixes letters of two scripts that look alike.',
  example: {
    locale: 'en',
    source: 'Moscou a réagi.',
    target: 'Mo\u0441cow reacted.',
    note: 'the c is a Cyrillic one: no search will find the word',
  },
  find({ text, to }) {
    const places = otherLetters.test(text)
      ? placesOf(text, mixed, ({ found }) => !/^[kmnμΜ]?[μΩ]\p{L}{0,2}$/u.test(found))
      : [];
    if (languageOf(to) === 'ar') places.push(...placesOf(text, persianInArabic));
    return places.map(
      ({ found, at }): Finding => ({ message: `“${found}” mixes the letters of two scripts`, target: at }),
    );
  },
});

const otherLetters = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const mixed =
  /(?<!\p{L})(?:\p{Script=Latin}{1,60}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]{1,60}\p{Script=Latin})\p{L}{0,60}/gu;
/** The Persian yeh and kaf, which look like the Arabic ones. */
const persianInArabic = /[\u0621-\u064a]{0,30}[\u06cc\u06a9][\u0621-\u064a]{0,30}/gu;

export const foreignScript = defineTextCheck({
  id: 'foreign-script',
  family: 'characters',
  severity: 'warning',
  describe:
    'A word of the target is in a script that its language does not use and that the source does not have there, or all of the target is.',
  example: {
    locale: 'en',
    source: 'Le ministre a parlé à Erevan.',
    target: 'The minister spoke in Ереван.',
    note: 'a name left in Cyrillic letters',
  },
  find({ source, text, to, unit }) {
    const script = scriptsOf(languageOf(to));
    if (!script) return [];
    const places = script.foreign.test(text)
      ? placesOf(text, script.words, ({ found }) => !source.includes(found))
      : [];
    if (!script.own.test(text) && !isDateline(unit) && (text.match(smallWords)?.length ?? 0) >= 3) {
      return [
        {
          message: `no letter of the target is of the script of ${to}`,
          target: { start: 0, end: text.length },
        },
      ];
    }
    return places.map(
      ({ found, at }): Finding => ({
        message: `“${found}” is in a script that ${to} does not use`,
        target: at,
      }),
    );
  },
});

const smallWords = /(?<!\p{L})\p{Ll}{4,}/gu;

type Scripts = { readonly own: RegExp; readonly foreign: RegExp; readonly words: RegExp };

/** Latin letters stand in every language; Greek ones in formulas and as single letters. */
function scriptsOf(language: string): Scripts | undefined {
  const script = scriptNames.get(language);
  if (script === undefined) return undefined;
  const known = made.get(script);
  if (known) return known;
  const letter = `[\\p{L}--[\\p{Script=${script}}\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}]]`;
  const scripts = {
    own: new RegExp(`\\p{Script=${script}}`, 'u'),
    foreign: new RegExp(letter, 'v'),
    words: new RegExp(`${letter}{2,60}`, 'gv'),
  };
  made.set(script, scripts);
  return scripts;
}

/** Made when they are asked for: a class of characters costs more to make than to use. */
const made = new Map<string, Scripts>();

const scriptNames = new Map([
  ...['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'pl', 'ca', 'ro', 'sv', 'da', 'tr'].map(
    (language): [string, string] => [language, 'Latin'],
  ),
  ['ru', 'Cyrillic'],
  ['ar', 'Arabic'],
]);
