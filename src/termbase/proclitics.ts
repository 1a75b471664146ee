/** A way to read an Arabic token: particles written onto a word. */
export type Stem = {
  /** The word, with its article given back where it was assimilated: `للأمم` is ل and الأمم. */
  readonly text: string;
  /** The particles, as letters alone. */
  readonly proclitic: string;
  /** Where what is written of the word begins in the token, in UTF-16 units. */
  readonly offset: number;
};

const lam = '\u0644';
const alef = '\u0627';
const article = alef + lam;

/** و or ف, then ب, ل or ك, then the article, which after ل is one more ل. */
const proclitics = /^[\u0648\u0641]?(?:[\u0628\u0644\u0643]|[\u0628\u0643]?\u0627\u0644|\u0644\u0644)?$/u;
const longestProclitic = 4;
const signs = /[\u064b-\u0652\u0640]/u;

/**
 * The ways to read an Arabic token as particles and a word, fewest particles first; none for any other token. Vowel signs and
 * tatweel may stand between, as in `بـMoscou`. A single letter is no word.
 */
export function stemsOf(token: string): Stem[] {
  const letters = firstLetters(token);
  const stems: Stem[] = [];
  let proclitic = '';
  for (const [index, letter] of letters.slice(0, longestProclitic).entries()) {
    proclitic += letter.text;
    const word = letters[index + 1];
    if (!word || index + 2 >= letters.length || !proclitics.test(proclitic)) continue;
    const text = token.slice(word.at);
    stems.push({ text, proclitic, offset: word.at });
    if (endsInTo(proclitic) && word.text === lam) {
      stems.push({ text: alef + text, proclitic, offset: word.at });
    }
  }
  return stems;
}

/**
 * A form as it is written behind particles: the article loses its alef behind ل, and is not written twice.
 *
 * @param proclitic as in {@link Stem}; empty where nothing is written onto the word
 */
export function behindProclitic(proclitic: string, form: string): string {
  if (!form.startsWith(article)) return form;
  if (hasArticle(proclitic)) return form.slice(article.length);
  return endsInTo(proclitic) ? form.slice(alef.length) : form;
}

/** Whether particles bring the article with them. */
export function hasArticle(proclitic: string): boolean {
  return proclitic.endsWith(article) || proclitic.endsWith(lam + lam);
}

function endsInTo(proclitic: string): boolean {
  return proclitic.endsWith(lam) && !hasArticle(proclitic);
}

/** As many letters as any reading looks at, without signs; none where the token does not begin with one that may be a particle. */
function firstLetters(token: string): { text: string; at: number }[] {
  const letters: { text: string; at: number }[] = [];
  if (!/^[\u0627\u0628\u0641\u0643\u0644\u0648]/u.test(token)) return letters;
  for (let at = 0; at < token.length && letters.length < longestProclitic + 2; at += 1) {
    const text = token.charAt(at);
    if (!signs.test(text)) letters.push({ text, at });
  }
  return letters;
}
