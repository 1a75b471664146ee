/** SRX files in the manner of other tools, written for these tests. */

const wrap = (header: string, rules: string, maps: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" xmlns:okpsrx="http://okapi.sf.net/srx-extensions" version="2.0">
<header segmentsubflows="yes" cascade="yes">
<formathandle type="start" include="no"></formathandle>
<formathandle type="end" include="yes"></formathandle>
<formathandle type="isolated" include="no"></formathandle>
${header}</header>
<body><languagerules>${rules}</languagerules><maprules>${maps}</maprules></body>
</srx>`;

/** A language of its own before the defaults of all languages; the break stands before the blank. */
export const omegatStyle = wrap(
  '',
  `<languagerule languagerulename="French">
<rule break="no"><beforebreak>\\bM(?:M|mes?)?\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="no"><beforebreak>[Ee]tc\\.</beforebreak><afterbreak>\\s+\\p{Ll}</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Default">
<rule break="yes"><beforebreak>[\\.\\?\\!]+</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule>`,
  '<languagemap languagepattern="FR.*" languagerulename="French"/><languagemap languagepattern=".*" languagerulename="Default"/>',
);

/** The break stands behind the blank, and the rules of several languages lie side by side. */
export const languageToolStyle = wrap(
  '',
  `<languagerule languagerulename="ByLineBreak"><rule break="yes"><beforebreak>\\n</beforebreak><afterbreak></afterbreak></rule></languagerule>
<languagerule languagerulename="French">
<!-- titles -->
<rule break="no"><beforebreak>\\b(?:M|Mme|p\\.\\h?ex)\\.\\s</beforebreak><afterbreak></afterbreak></rule>
<rule break="no"><beforebreak>(?iu)\\benv\\.\\s</beforebreak><afterbreak>[\\p{Ll}\\d]</afterbreak></rule>
<rule break="no"><beforebreak>\\b\\p{Lu}\\.\\s</beforebreak><afterbreak></afterbreak></rule>
<rule break="no"><beforebreak>['"„][\\.!?…]['"”]\\s</beforebreak><afterbreak></afterbreak></rule>
<rule break="yes"><beforebreak>[\\.!?…][\\u00BB\\u2019\\u201D\\u203A"'\\p{Pe}\\u0002¹²³]*+\\s</beforebreak><afterbreak></afterbreak></rule>
<rule break="yes"><beforebreak>[\\.!?…]['"\\u00BB\\p{Pe}\\u0002]*</beforebreak><afterbreak>\\p{Lu}[^\\p{Lu}]</afterbreak></rule>
</languagerule>`,
  '<languagemap languagepattern="[a-z]{2,3}_one" languagerulename="ByLineBreak"></languagemap><languagemap languagepattern="(FR|fr).*" languagerulename="French"></languagemap>',
);

/** With Okapi's own options in the header, POSIX names, and a rule that needs nothing behind the break. */
export const okapiStyle = wrap(
  `<okpsrx:options oneSegmentIncludesAll="no" trimLeadingWhitespaces="no" trimTrailingWhitespaces="no"></okpsrx:options>
<okpsrx:sample language="fr" useMappedRules="yes">Un. Deux.</okpsrx:sample>
<okpsrx:rangeRule></okpsrx:rangeRule>
`,
  `<languagerule languagerulename="default">
<rule break="no"><beforebreak>([A-Z]\\.){2,}</beforebreak><afterbreak>\\s[[:upper:]]</afterbreak></rule>
<rule break="no"><beforebreak>^\\s*[0-9]+\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[\\?!\\.…]+["'\\u201d\\u2019\\u00bb]?</beforebreak><afterbreak>\\h+\\P{Ll}</afterbreak></rule>
</languagerule>`,
  '<languagemap languagepattern="[Ff][Rr].*" languagerulename="default"></languagemap>',
);

/** SRX 1.0: no namespace, no cascade, language maps in a maprule. */
export const srx1Style = `<srx version="1.0"><header segmentsubflows="no"/><body>
<languagerules>
<languagerule languagerulename="Une"><rule><beforebreak>[.!?]</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>
<languagerule languagerulename="Autre"><rule><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>
</languagerules>
<maprules><maprule maprulename="Default"><languagemap languagepattern="fr.*" languagerulename="Une"/><languagemap languagepattern=".*" languagerulename="Autre"/></maprule></maprules>
</body></srx>`;

/** One language rule of the rules given, for every language. */
export const srxOf = (...rules: readonly string[]): string =>
  wrap(
    '',
    `<languagerule languagerulename="Essai">\n${rules.join('\n')}\n</languagerule>`,
    '<languagemap languagepattern=".*" languagerulename="Essai"/>',
  );

export const rule = (breaks: 'yes' | 'no', before: string, after: string): string =>
  `<rule break="${breaks}"><beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>`;
