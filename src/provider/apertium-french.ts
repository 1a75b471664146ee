/**
 * French copy in words that Apertium's rules know better. A pronoun behind its verb goes (`a-t-elle confié` came as `haconfiado`): Spanish,
 * Catalan and Occitan say none. An `A` without its accent, as wire copy has capitals, is told from the verb, and `art.` from the
 * word it is taken for (`el arte. 3`).
 */
export function plainFrench(text: string): string {
  return text.replace(pronounBehindVerb, '').replace(bareCapital, '$1À$2').replace(article, 'article');
}

/** Not of `y a-t-il`, nor before `-même`. */
const pronounBehindVerb =
  /(?<=\p{Ll})(?<!-t|(?:^|\P{L})y[ \u00a0]a)-(?:t-)?(?:ils?|elles?)(?![\p{L}\p{M}-])/giu;

/** At the beginning of a sentence or quotation, and no initial (`A. K.`). */
const bareCapital = /^([\s«“"(]*)A( \p{L}| \p{N})/u;

const article = /(?<![\p{L}\p{Nd}-])art\.(?=[ \u00a0]\p{Nd})/gu;
