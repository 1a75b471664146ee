import { directionOf, languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const controlCharacter = defineTextCheck({
  id: 'control-character',
  family: 'characters',
  severity: 'error',
  describe: 'The target has a control character.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'A truce\u0007 has failed.',
    note: 'U+0007 behind “truce”',
  },
  find({ text }) {
    return placesOf(text, controls).map(
      ({ found, at }): Finding => ({ message: `the control character ${codeOf(found)}`, target: at }),
    );
  },
});

/** All of `Cc` but tabs and what breaks a line, which other checks look at. */
const controls = /[\p{Cc}--[\t\n\v\f\r\u0085]]/gv;

export const mojibake = defineTextCheck({
  id: 'mojibake',
  family: 'characters',
  severity: 'error',
  describe: 'Letters of the target were read in the wrong encoding.',
  example: {
    locale: 'es',
    source: 'Le président a parlé.',
    target: 'El presidente hablÃ³.',
    note: 'UTF-8 read as Windows-1252',
  },
  find({ source, text }) {
    return placesOf(text, misread, ({ found }) => !source.includes(found)).map(
      ({ found, at }): Finding => ({ message: `“${found}” was read in the wrong encoding`, target: at }),
    );
  },
});

/** What the second byte of a letter in UTF-8 looks like in Windows-1252. */
const trail = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Behind a capital `Ã` ends a word of Portuguese (`IRMÔ), and two letters in a row are needed where one may be a word. */
const misread = new RegExp(
  [
    `(?<!\\p{Lu})[ÃÂ]${trail}`,
    `(?:[ØÙÐÑ]${trail}){2,40}`,
    'â€[\\u0080-\\u00bf™œ˜¦¢“”žš]',
    'ï»¿',
    'ï¿½',
    '\\ufffd',
  ].join('|'),
  'gu',
);

export const bidiControl = defineTextCheck({
  id: 'bidi-control',
  family: 'characters',
  severity: 'warning',
  describe:
    'The target has an invisible sign that turns the direction of the text: any in a language from left to right, an unpaired one elsewhere.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'A \u202etruce has failed.',
    note: 'U+202E sets the rest of the line backwards',
  },
  find({ text, to }) {
    if (!turns.test(text)) return [];
    const places = directionOf(to) === 'ltr' ? placesOf(text, allTurns) : placesOf(text, overrides);
    if (places.length === 0 && directionOf(to) === 'rtl' && !isBalanced(text))
      places.push(...placesOf(text, embeddings).slice(0, 1));
    return places.map(
      ({ found, at }): Finding => ({
        message: `the invisible ${codeOf(found)} turns the direction`,
        target: at,
      }),
    );
  },
});

const turns = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
const allTurns = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const overrides = /[\u202d\u202e]/gu;
const embeddings = /[\u202a-\u202c\u2066-\u2069]/gu;

/** As many that open as close, and none that closes first. */
function isBalanced(text: string): boolean {
  let [isolates, embedded] = [0, 0];
  for (const [sign] of text.matchAll(embeddings)) {
    if (/[\u2066-\u2068]/u.test(sign)) isolates += 1;
    else if (sign === '\u2069') isolates -= 1;
    else embedded += sign === '\u202c' ? -1 : 1;
    if (isolates < 0 || embedded < 0) return false;
  }
  return isolates === 0 && embedded === 0;
}

export const privateUse = defineTextCheck({
  id: 'private-use',
  family: 'characters',
  severity: 'warning',
  describe: 'The target has a character that means nothing outside one font, or none that Unicode knows.',
  example: {
    locale: 'de',
    source: 'Une trêve a échoué.',
    target: 'Ein Waffenstillstand \ue001 ist gescheitert.',
    note: 'U+E001 is for private use',
  },
  find({ text }) {
    return placesOf(text, unknown).map(
      ({ found, at }): Finding => ({ message: `${codeOf(found)} is no character of Unicode`, target: at }),
    );
  },
});

const unknown = /[\p{Co}\p{Cn}\p{Cs}]/gu;

export const invisibleCharacter = defineTextCheck({
  id: 'invisible-character',
  family: 'characters',
  severity: 'warning',
  describe: 'The target has a soft hyphen or a character of no width, where its script needs none.',
  example: {
    locale: 'de',
    source: 'Une trêve a échoué.',
    target: 'Ein Waffen\u00adstillstand ist gescheitert.',
    note: 'a soft hyphen: searches will not find the word',
  },
  find({ text, to }) {
    const joins = joining.has(languageOf(to));
    return placesOf(text, invisible, ({ found, at }) => {
      if (found !== '\u200c' && found !== '\u200d') return true;
      return !joins && !/\p{Extended_Pictographic}/u.test(text.slice(at.end, at.end + 2));
    }).map(({ found, at }): Finding => ({ message: `the invisible ${codeOf(found)}`, target: at }));
  },
});

const invisible = /\u034f|[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]/gu;

/** Languages that write with joiners. */
const joining = new Set([
  'ar',
  'fa',
  'ur',
  'ps',
  'ku',
  'hi',
  'bn',
  'mr',
  'ta',
  'te',
  'ml',
  'kn',
  'gu',
  'pa',
  'si',
  'ne',
]);

export const notNormalised = defineTextCheck({
  id: 'not-normalised',
  family: 'characters',
  severity: 'info',
  describe: 'The target is not in the canonical form of Unicode (NFC).',
  example: {
    locale: 'fr',
    from: 'en',
    source: 'Summer.',
    target: 'L’e\u0301te\u0301.',
    note: 'a letter and an accent in place of é',
  },
  find({ text }) {
    const normal = text.normalize('NFC');
    if (normal === text) return [];
    let start = 0;
    while (normal[start] === text[start]) start += 1;
    const end = Math.min(text.length, start + 2);
    return [{ message: 'not in Unicode’s canonical form (NFC)', target: { start, end } }];
  },
});

function codeOf(found: string): string {
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
