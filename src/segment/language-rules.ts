/** A rule as SRX has it: whether to cut between what `before` and what `after` match, in the syntax of ICU. */
export type RuleText = {
  readonly breaks: boolean;
  readonly before: string;
  readonly after: string;
};

/**
 * What a language brings to {@link languageRules}. Lists are sources of regular expressions: alternatives, without the full stop that ends
 * them and without a group around them.
 */
export type LanguageTraits = {
  readonly language: string;
  /** Abbreviations before a name: `Mr`, `Dr`. */
  readonly titles: string;
  /** Abbreviations that end no sentence, because what they announce has to come: `e.g`, `cf`. */
  readonly announcing: string;
  /** Abbreviations that go with a number, and are also words or can end a sentence: `art`, `p`. */
  readonly counting: string;
  /** Abbreviations that can end a sentence, and do so only before a word that surely opens one: `Inc`, `U.S`. */
  readonly ending: string;
  /** What a sentence begins with beyond doubt, also behind an initial or one of `ending`. */
  readonly opening: string;
  /** What stands behind an ordinal number with a full stop, where it is no sentence that opens; none where ordinals have no stop. */
  readonly ordinal?: string;
  /** Words before a number that is no ordinal: `Platz 3.` */
  readonly cardinal?: string;
  /** Words before a capital that is a label and no initial: `plan B.` */
  readonly labelled?: string;
  /** Letters that no initial is: words of one letter that end sentences, `I`. */
  readonly noInitial?: string;
  /** Names written with a mark: `Yahoo!` */
  readonly names?: string;
  /** What a sentence may begin with besides a capital, a digit or a currency: `¿`, or any letter of a script without capitals. */
  readonly begins?: string;
  /** Marks that end a sentence besides `.`, `!`, `?` and `…`, as they stand in a character class. */
  readonly stops?: string;
  /** Rules that are tried before all others. */
  readonly first?: readonly RuleText[];
  /** Rules that are tried last; breaks beyond those of every language stand here. */
  readonly last?: readonly RuleText[];
};

/** Marks that close, as they follow a stop. */
export const closers = String.raw`(?:\h?[»”)\]]|["“'’‘›‹])`;

/** No letter, digit or slash before it. */
export const border = String.raw`(?<![\p{L}\p{M}\p{Nd}\/])`;

/** A rule that cuts. */
export function cutsBetween(before: string, after: string): RuleText {
  return { breaks: true, before, after };
}

/** An exception. */
export function holdsBetween(before: string, after: string): RuleText {
  return { breaks: false, before, after };
}

/**
 * The rules that languages share, with the words of one of them, as SRX 2.0. French has rules of its own (`rules/fr.ts`).
 *
 * The order matters: where several rules match at one place, the first one decides. A rule is known by its group and its position in it
 * (`en-stop:1`); so a new one goes to the end of its group.
 */
export function languageRules(traits: LanguageTraits): string {
  const groups = groupsOf(traits);
  const written = [...groups].map(([name, rules]) => {
    const lines = rules.map(
      ({ breaks, before, after }) =>
        `<rule break="${breaks ? 'yes' : 'no'}"><beforebreak>${escaped(before)}</beforebreak><afterbreak>${escaped(after)}</afterbreak></rule>`,
    );
    return `<languagerule languagerulename="${name}">\n${lines.join('\n')}\n</languagerule>`;
  });
  const maps = [...groups.keys()].map(
    (name) => `<languagemap languagepattern="${traits.language}([_-].*)?" languagerulename="${name}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="no"/><formathandle type="end" include="yes"/><formathandle type="isolated" include="no"/></header>
<body>
<languagerules>
${written.join('\n')}
</languagerules>
<maprules>
${maps.join('\n')}
</maprules>
</body>
</srx>
`;
}

function escaped(pattern: string): string {
  return pattern.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function groupsOf(traits: LanguageTraits): ReadonlyMap<string, readonly RuleText[]> {
  const { language, titles, announcing, counting, ending, opening, ordinal, cardinal, labelled, names } =
    traits;
  const stop = `[.!?…${traits.stops ?? ''}]`;
  const closed = `(?:${closers}){0,6}`;
  const initial = `(?!${traits.noInitial ?? '[^\\s\\S]'})\\p{Lu}`;
  const number = String.raw`(?:\p{Nd}{1,2}|[IVX]{2,5})`;
  const opens = String.raw`\s+(?:[«“„‚‹"‘'(\[–—•▪*-]\s*){0,6}`;
  const beginning = `${opens}(?:\\p{Lu}|\\p{Nd}|\\p{Ll}{1,5}\\p{Lu}|[§#@€$£¿¡]${traits.begins ? `|${traits.begins}` : ''})`;
  const surely = `\\s+[«“„"'(]?\\h?(?:${opening})(?!\\.)`;
  const groups: readonly (readonly [string, readonly RuleText[]])[] = [
    [`${language}-first`, traits.first ?? []],
    [
      `${language}-marker`,
      [
        // the number of a page or an article is no marker
        cutsBetween(
          `${border}(?:${announcing}|${counting})\\.\\h[\\p{Nd}IVX][\\p{Nd}IVX.,–-]{0,12}\\.`,
          beginning,
        ),
        // 1. II. A. a. at the beginning, and where a sentence or an item has just ended
        holdsBetween(String.raw`^\s*[«“"(–—•-]?\h?(?:${number}|\p{L})(?:\.\p{Nd}{1,2})*\.`, String.raw`\s`),
        holdsBetween(
          String.raw`(?:(?<!${border}\p{L})${stop}${closed}|:)\s+[(–—-]?\h?(?:${number}|\p{Ll})(?:\.\p{Nd}{1,2})*\.`,
          String.raw`\s`,
        ),
        // [...] leaves something out, (?) is a remark: what they belong to goes on
        holdsBetween(String.raw`[(\[]\h?(?:\.{3}|…|[?!]{1,3})\h?[)\]]`, String.raw`\s`),
      ],
    ],
    [`${language}-title`, [holdsBetween(`${border}(?:${titles})\\.`, String.raw`\s`)]],
    [
      `${language}-abbreviation`,
      [
        holdsBetween(`${border}(?:${announcing})\\.`, String.raw`\s`),
        holdsBetween(
          `${border}(?:${counting})\\.`,
          String.raw`\s+[(\[«“"]?(?:[-–+]?\p{Nd}|[IVXLC]{1,6}(?!\p{L}))`,
        ),
        // z. B., a. C., i. V.
        holdsBetween(`${border}\\p{Ll}\\.`, String.raw`\s+\p{Lu}\.`),
        ...(names ? [holdsBetween(`${border}(?:${names})[!?]`, String.raw`\s`)] : []),
      ],
    ],
    [
      `${language}-ordinal`,
      ordinal
        ? [
            ...(cardinal
              ? [cutsBetween(`${border}(?:${cardinal})\\h\\p{Nd}{1,2}\\.${closed}`, beginning)]
              : []),
            // 3. Juli, im 19. Jahrhundert, Friedrich II. von, but not 3:2. and 12.30.
            cutsBetween(String.raw`${border}(?:\p{Nd}{1,2}|[IVX]{1,5})\.`, surely),
            holdsBetween(
              String.raw`${border}(?<!\p{Nd}[:.,–-])(?:\p{Nd}{1,2}|[IVX]{1,5})\.`,
              String.raw`\s+(?:${ordinal})`,
            ),
          ]
        : [],
    ],
    [
      `${language}-initial`,
      [
        ...(labelled ? [cutsBetween(`${border}(?:${labelled})\\h\\p{Lu}\\.`, beginning)] : []),
        cutsBetween(`(?:${border}(?:\\p{Lu}|${ending})|\\.\\h?-?\\p{Lu})\\.${closed}`, surely),
        holdsBetween(`${border}\\p{Lu}\\.`, String.raw`\s+\p{Lu}\.`),
        holdsBetween(`${border}${initial}\\.[)\\]]?`, String.raw`\s`),
        holdsBetween(`${border}(?:${ending})\\.`, String.raw`\s+[«“„"'(]?\h?[\p{L}\p{Nd}]`),
      ],
    ],
    [
      `${language}-aside`,
      [
        // a title that ends in a mark, and what is told of it: "Who Goes There?" (1973)
        holdsBetween(`${stop}${closed}`, String.raw`\s+\(\p{Nd}{4}[^()]{0,12}\)`),
        holdsBetween(`${stop}\\h?[»”"“]`, String.raw`\s+\([^()]{1,80}\)(?:\h?[,;:]|\h\p{Ll})`),
      ],
    ],
    [
      `${language}-stop`,
      [
        cutsBetween(`${stop}${closed}`, beginning),
        // what was left out belongs to the next sentence
        cutsBetween(`${stop}${closed}`, String.raw`\s+[«“„"]?\h?[(\[]\h?(?:\.{3}|…)\h?[)\]]\s+\p{L}`),
        // a. (b) c) (iv) before a paragraph
        cutsBetween(
          `(?<!${border}\\p{L})${stop}${closed}`,
          String.raw`\s+\(?(?:\p{L}|[ivx]{2,4})[.)]\s+[«“"]?\h?[\p{Lu}\p{Lo}]`,
        ),
      ],
    ],
    [`${language}-last`, traits.last ?? []],
  ];
  return new Map(groups.filter(([, rules]) => rules.length > 0));
}
