import { defineTextCheck } from './check.ts';

export const extraText = defineTextCheck({
  id: 'extra-text',
  family: 'completeness',
  severity: 'warning',
  describe:
    'The target says what no source says: words where the source has none, or a remark of the one who translated.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: 'Here is the translation: A truce has failed.',
    note: 'a language model talks to its user',
  },
  find({ source, text }) {
    const whole = { start: 0, end: text.length };
    if (!/[\p{L}\p{N}]/u.test(source))
      return /\p{L}/u.test(text)
        ? [{ message: 'the source has no words, the target has', target: whole }]
        : [];
    const talk = preface.exec(text) ?? remark.exec(text);
    if (!talk || preface.test(source) || remark.test(source)) return [];
    const [found] = talk;
    return [
      {
        message: `“${found.trim()}” is about the translation, and none of it`,
        target: { start: talk.index, end: talk.index + found.length },
      },
    ];
  },
});

/** What stands before an answer of a language model. */
const preface =
  /^\s{0,9}(?:(?:sure|certainly|of course|okay|ok|bien sûr|natürlich|claro|certo|конечно)[,!.:][^:\n]{0,60}:|(?:here(?: is|['’]s)|voici|voilà|hier ist|aquí está|aquí tiene|aqui está|ecco|вот)[^:\n]{0,40}(?:translat|traduc|traduz|übersetz|перевод)[^:\n]{0,40}:|(?:translation|traduction|übersetzung|traducción|tradução|traduzione|перевод|الترجمة)\s?:)/iu;

/** A note in brackets. */
const remark =
  /[([](?:n\.?\s?d\.?\s?t\.?|n\.\s?del?\s?t\.|n\. d\. ü\.|anm(?:erkung|\.) d(?:es|\.) (?:übers|ü)|translator['’]s note|note du traducteur|nota del traductor|nota do tradutor|nota del traduttore|прим(?:ечание|\.)\s?пер|ملاحظة المترجم)[^)\]]{0,200}[)\]]?/iu;
