import { languageOf } from '../model/locale.ts';
import { defineTextCheck, type Finding, placesOf } from './check.ts';

export const ellipsisStyle = defineTextCheck({
  id: 'ellipsis-style',
  family: 'punctuation',
  severity: 'info',
  describe:
    'The target writes an ellipsis as three stops where the source has the one sign, or the reverse, or mixes both.',
  example: {
    locale: 'de',
    source: 'Rien… mais alors rien.',
    target: 'Nichts... aber gar nichts.',
    note: 'the source has the one sign',
  },
  find({ source, text }) {
    const sign = text.includes('…');
    const stops = text.includes('...');
    const wanted = source.includes('…')
      ? '…'
      : source.includes('...')
        ? '...'
        : sign && stops
          ? '…'
          : undefined;
    if (wanted === undefined || (source.includes('…') && source.includes('...'))) return [];
    const other = wanted === '…' ? '...' : '…';
    if (!text.includes(other)) return [];
    return placesOf(text, other === '…' ? /…/gu : /\.{3}/gu).map(
      ({ at }): Finding => ({ message: `“${other}” in place of “${wanted}”`, target: at }),
    );
  },
});

export const dashStyle = defineTextCheck({
  id: 'dash-style',
  family: 'punctuation',
  severity: 'info',
  describe:
    'A hyphen does the work of a dash in the target: doubled, or between blanks where the source has a dash.',
  example: {
    locale: 'en',
    source: 'La ville – ou ce qu’il en reste – est vide.',
    target: 'The city - or what is left of it - is empty.',
    note: 'the source has dashes',
  },
  find({ source, text }) {
    const dashed = /[–—]/u.test(source) || /[–—]/u.test(text);
    return placesOf(text, hyphens, ({ found }) =>
      found.includes('--') ? !source.includes('--') : dashed,
    ).map(({ at }): Finding => ({ message: 'a hyphen in place of a dash', target: at }));
  },
});

const hyphens = /(?<=[\p{L}\p{N},»”]) - (?=[\p{L}«“„])|(?<![-!<.,\d] ?)--(?![->])/gu;

export const straightApostrophe = defineTextCheck({
  id: 'straight-apostrophe',
  family: 'punctuation',
  severity: 'info',
  describe: 'A straight apostrophe in the target where the source, or the target itself, has curved ones.',
  example: {
    locale: 'fr',
    from: 'en',
    source: 'It’s the army’s move.',
    target: "C'est à l'armée d'agir.",
    note: 'the source has ’',
  },
  find({ source, text, to }) {
    if (!elided.has(languageOf(to))) return [];
    if (!/\p{L}’/u.test(source) && !/\p{L}’/u.test(text)) return [];
    return placesOf(text, straight)
      .slice(0, 1)
      .map(({ at }): Finding => ({ message: 'a straight apostrophe: write ’', target: at }));
  },
});

const straight = /(?<=\p{L})'(?=[\p{L}\s])/gu;
const elided = new Set(['fr', 'en', 'it', 'de', 'pt', 'es', 'ca', 'nl']);
