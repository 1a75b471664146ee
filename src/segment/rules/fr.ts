import { opening } from '../../text/french-openings.ts';

/** Abbreviations before a name. */
const titles =
  'MM?|M(?:mes?|lles?|grs?|e|es|rs?|s)|Drs?|Dre|Prs?|Prof|Stes?|Sts?|Vve|[Gg][eé]n|Gal|Col|[Cc]dt|Cne|Capt|[Ll]t(?:-[Cc]ol)?|[Ss]gt|Adj|Amb|Sén|Gov|Sen|Rep|[Rr]ép|Hon|Pres|R[eé]v|Mt|Ft';

/** Abbreviations that stand for the name of a kind of street. */
const streets = '[Bb]l?v?d|[Aa]v|[Pp]l|[Rr]te|[Ff]bg';

/** Abbreviations that end no sentence, because what they announce has to come. */
const announcing = String.raw`N\.\h?B|[Cc]f|[Vv]s|[Aa]v|[Aa]pr?|[Ee]nv|[Oo]p|[Aa]rrt|[Cc]hap|[Ff]ig|[Ss]ect|[Tt]él|Tel|[Rr]éf|[Nn][°º]|pp|feat|i\.e|e\.g|[Rr]esp|[Pp]ar ex|[Pp]\.\h?ex|(?&lt;=[(,]\h?)ex|c\.-?à\.?-?d|(?:[ÉéEe]d|[Dd]ir|[Tt]rad|[Cc]oll|[Pp]réf)s?`;

/** Abbreviations that go with a number, and are also words or can end a sentence. */
const counting = String.raw`p|t|n|v|f|r|c|al|h|ch|ex|hab|s\.[dlp]|fol|ann|bull|num|chron|min|max|approx|janv|févr?|avr|juill?|(?&lt;=\p{Nd}\h)sept|oct|nov|d[eé]c|[Ll]iv|[Bb]ât|[Ee]sc|[Ii]d|sq|suppl|[Vv]ol|[Aa]rt|[Nn]os?|[Tt]ab`;

/** What companies and sons carry behind their names. */
const suffixes = 'Cie|Inc|Ltd|Corp|Co|Bros|LLC|Jr|Sr';

/** The beginnings of first names: capitalised, without a vowel, too short for a word. */
const shortened = '(?!Ltd|[JS]r)[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,2}';

/** Dotted letters that are a whole name. */
const countries = String.raw`U\.S\.A|U\.R\.S\.S|R\.[FD]\.A|R\.D\.C|U\.E|O\.N\.U|O\.T\.A\.N`;

/** Words before a capital that is a label and no initial. */
const labelled =
  '[Gg]roupe|[Pp]oule|[Pp]lan|[Cc]atégorie|[Cc]lasse|[Vv]itamine|[Hh]épatite|[Zz]one|[Ss]érie|[Ll]igue|[Tt]ype|[Aa]nnexe|[Ll]ettre|[Hh]all|[Pp]orte|[Ll]igne';

/** Any beginning of a sentence but a lower-case letter; marks that open may stand before it. */
const beginning = String.raw`\s+(?:[«“„"‘'(\[–—•▪*^-]\s*){0,6}(?:\p{Lu}|\p{Nd}|\p{Ll}{1,5}\p{Lu}|[§#@€$£¿¡])`;

/** Marks that close, as they follow a stop. */
const closers = String.raw`(?:\h?[»”")\]]|['’]){0,6}`;

/** No letter, digit, degree sign or slash before it. */
const border = String.raw`(?&lt;![\p{L}\p{Nd}°\/])`;

/** Where a sentence begins without doubt. */
const sentenceStart = String.raw`(?:^|[.!?;…]${closers}\s)\s*`;

/** The number of an item. One Roman digit alone is taken for an initial. */
const number = String.raw`(?:\p{Nd}{1,2}|[IVX]{2,5})`;

/**
 * Our segmentation rules for French, as SRX 2.0. They come from the typography and the abbreviations of French, not from any rule file.
 *
 * The order matters: where several rules match at one place, the first one decides. A rule is known by its group and its position in
 * it (`fr-stop:1`); so a new one goes to the end of its group.
 */
export const frenchRules = String.raw`<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="yes">
    <formathandle type="start" include="no"/>
    <formathandle type="end" include="yes"/>
    <formathandle type="isolated" include="no"/>
  </header>
  <body>
    <languagerules>
      <languagerule languagerulename="fr-marker">
        <!-- the number of a page or an article is no marker -->
        <rule break="yes">
          <beforebreak>${border}(?:[Pp]{1,2}|${announcing}|${counting})\.\h\p{Nd}[\p{Nd}.,–-]{0,12}\.</beforebreak>
          <afterbreak>${beginning}</afterbreak>
        </rule>
        <!-- 1. II. A. at the beginning -->
        <rule break="no">
          <beforebreak>^\s*(?:[«“"(–—-]\h?)?(?:${number}|\p{L})(?:\.(?:${number}|\p{L}))*\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- 1. 2.3. II. a. where a sentence or an item has just ended -->
        <rule break="no">
          <beforebreak>(?:(?&lt;!${border}\p{Lu})[.!?;…]${closers}|\))\s+(?:[«“"(–—-]\h?)?(?:${number}|\p{Ll})(?:\.(?:${number}|\p{L}))*\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- the first item behind a colon -->
        <rule break="no">
          <beforebreak>:\s(?:[«“"]\h?)?[1IAa]\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- the first item behind a numbered heading: 4. Droits 1. Vous ..., 5. Divers a. « Œuvre » ... -->
        <rule break="no">
          <beforebreak>${sentenceStart}${number}\.\h\p{Lu}[^.!?;:]{2,80}(?&lt;!Ligue|Formule|Division|[Nn]uméro|[Aa]rticle|[Pp]oint)\h(?:\p{Nd}{1,2}\.1|1|[Aa])\.</beforebreak>
          <afterbreak>\s+[«“"]?\h?\p{Lu}</afterbreak>
        </rule>
        <!-- 28. 6. 1968 -->
        <rule break="no">
          <beforebreak>${border}\p{Nd}{1,2}\.</beforebreak>
          <afterbreak>\s\p{Nd}{1,2}\.\h?\p{Nd}{4}(?!\p{Nd})</afterbreak>
        </rule>
        <!-- Article 2. § 3. where a sentence begins -->
        <rule break="no">
          <beforebreak>${sentenceStart}(?:Art(?:\.|icle)|Chapitre|Section|Titre|§)\h(?:premier|1er|[\p{Nd}IVXLC]{1,6}(?:\.\p{Nd}{1,2}){0,3})\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- a paragraph of a law behind the number of its article -->
        <rule break="no">
          <beforebreak>(?:[Aa]rticle|[Cc]hapitre|[Ss]ection|[Tt]itre|[Aa]nnexe|§)\h(?:[\p{Nd}IVXLC]{1,6}|premier|1er|unique)\h\p{Nd}{1,2}\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- (...) and [...] leave something out: what they belong to comes behind -->
        <rule break="no">
          <beforebreak>[(\[]\h?(?:\.{3}|…)\h?[)\]]</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- (?) and (!) are a remark on the word before -->
        <rule break="no">
          <beforebreak>\(\h?[?!]+\h?\)</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-title">
        <rule break="no">
          <beforebreak>${border}(?:${titles})\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- bd., av., pl., rte. before the name of a street -->
        <rule break="no">
          <beforebreak>${border}(?:${streets})\.</beforebreak>
          <afterbreak>\s+\p{Lu}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-abbreviation">
        <!-- never the end of a sentence: more must come -->
        <rule break="no">
          <beforebreak>${border}(?:${announcing})\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- (dir.), (éd.) behind a name -->
        <rule break="no">
          <beforebreak>\((?:[ÉéEe]d|[Dd]ir|[Tt]rad|[Cc]oll)s?\.\)</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- the end of a sentence where no number follows -->
        <rule break="no">
          <beforebreak>${border}(?:${counting})\.</beforebreak>
          <afterbreak>\s+[(\[«“"]?(?:\p{Nd}|[IVX]{1,6}(?![\p{L}'’]))</afterbreak>
        </rule>
        <rule break="no">
          <beforebreak>${border}[Aa]rt\.</beforebreak>
          <afterbreak>\s+[LRD]\.</afterbreak>
        </rule>
        <!-- nor any of these before a small letter -->
        <rule break="no">
          <beforebreak>${border}(?:${counting}|${streets}|etc)\.</beforebreak>
          <afterbreak>\s+(?:[–—-]\h)?\p{Ll}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-initial">
        <!-- av. J.-C. is complete -->
        <rule break="yes">
          <beforebreak>(?:av\.|apr?\.|avant|après)\h(?:J\.-?\h?C|JC)\.</beforebreak>
          <afterbreak>\s+[«“"]?\h?\p{Lu}</afterbreak>
        </rule>
        <!-- le groupe B. Lyon ..., plainte contre X. 12 autres ..., 25 °C. Ne pas ..., aux U.S.A. Facebook ... -->
        <rule break="yes">
          <beforebreak>(?:${border}(?:(?:${labelled})s?\h\p{Lu}|(?:contre|sous)\hX)|°\h?[CF]|${border}(?:${countries}))\.</beforebreak>
          <afterbreak>${beginning}</afterbreak>
        </rule>
        <!-- aux U.S. Elle ..., chez Apple Inc. Le groupe ... -->
        <rule break="yes">
          <beforebreak>(?:${border}(?:\p{Lu}|${shortened}|${suffixes})|\.\h?-?\p{Lu})\.</beforebreak>
          <afterbreak>\s+${opening}</afterbreak>
        </rule>
        <!-- J.-B. Morel, A. K. Roy, G. W. Bush, Th. Monod, Fr. Cottin, L. 642-3, U.S. Air Force -->
        <rule break="no">
          <beforebreak>${border}(?:\p{Lu}|${shortened})\.[)\]]?</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <rule break="no">
          <beforebreak>${border}(?:Sté|[ÉE]ts)\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- names that are written with a mark -->
        <rule break="no">
          <beforebreak>${border}(?:Yahoo|Jeopardy)!</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- Apple Inc. Cupertino, but Apple Inc. Le Mac -->
        <rule break="no">
          <beforebreak>${border}(?:${suffixes})\.</beforebreak>
          <afterbreak>\s(?!\s*(?:L[ea]\h|\p{Nd}))</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-ellipsis">
        <rule break="no">
          <beforebreak>(?:\.\.|…)${closers}</beforebreak>
          <afterbreak>\s+\p{Nd}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-aside">
        <!-- Qui vive ? (1973) -->
        <rule break="no">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>\s+\(\p{Nd}{4}[^()]{0,12}\)</afterbreak>
        </rule>
        <!-- « Halte ! » (Paris, Seuil) est ... -->
        <rule break="no">
          <beforebreak>[.!?…]\h?[»”"]</beforebreak>
          <afterbreak>\s+\([^()]{1,80}\)(?:\h?[,;:]|\h\p{Ll})</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-stop">
        <rule break="yes">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>${beginning}</afterbreak>
        </rule>
        <!-- what was left out belongs to the next sentence -->
        <rule break="yes">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>\s+[(\[]\h?(?:\.{3}|…)\h?[)\]]\s+\p{Lu}</afterbreak>
        </rule>
        <!-- a stop with the opening mark right behind it -->
        <rule break="yes">
          <beforebreak>\p{Ll}\h?[.!?…]</beforebreak>
          <afterbreak>(?:«\h?|["“„])\p{Lu}</afterbreak>
        </rule>
        <!-- an item of a list -->
        <rule break="yes">
          <beforebreak>(?:\p{Ll}{2}|\p{Nd})[)»”"]?\.</beforebreak>
          <afterbreak>\s+[–—-]\h\p{Ll}</afterbreak>
        </rule>
        <!-- a sentence that someone forgot to begin with a capital -->
        <rule break="yes">
          <beforebreak>\p{Ll}{4}[)»”"]?\.</beforebreak>
          <afterbreak>\s+(?:je|j['’](?=\p{Ll})|tu|il|elle|nous|vous|ils|elles|on|considérant|ce|cette|c['’]est|le|la|les|un|une)(?!\p{L})</afterbreak>
        </rule>
        <rule break="yes">
          <beforebreak>(?:\p{Ll}{2}|\p{Nd})[)»”"]?\.</beforebreak>
          <afterbreak>\s+à\s</afterbreak>
        </rule>
        <!-- a. (b) c) (iv) before a paragraph -->
        <rule break="yes">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>\s+\(?(?:\p{Ll}|[ivx]{2,4})[.)]\s+[«“"]?\h?\p{Lu}</afterbreak>
        </rule>
        <!-- (Rires), (Applaudissements sur quelques bancs) for themselves -->
        <rule break="yes">
          <beforebreak>(?:^|[.!?…)]${closers}\s)\s*\(\p{Lu}\p{Ll}[^().!?;:,\p{Nd}]{2,60}\)</beforebreak>
          <afterbreak>\s+[«“"]?\h?\p{Lu}</afterbreak>
        </rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-marker"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-title"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-abbreviation"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-initial"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-ellipsis"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-aside"/>
      <languagemap languagepattern="fr([_-].*)?" languagerulename="fr-stop"/>
    </maprules>
  </body>
</srx>
`;
