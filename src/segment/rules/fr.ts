/** Words that open sentences and stand in no name: behind an initial or `Inc.` they tell that a sentence has ended. */
const openers = [
  String.raw`(?:Ils?|Elles?|Nous|Vous|Je|Ce|Cet|Cette|Ces|Celui|Celle|Ceux|Cela|Ça|Les|Un|Une|Aux?|En|Dans|Sur|Sous|Pour|Par|Avec|Sans)`,
  String.raw`(?:Selon|Après|Avant|Depuis|Pendant|Lors|Lorsque|Quand|Mais|Et|Ou|Où|Car|Donc|Puis|Ainsi|Alors|Aussi|Cependant|Toutefois)`,
  String.raw`(?:Pourtant|Ses|Leurs?|Notre|Nos|Votre|Vos|Que|Qui|Quels?|Quelles?|Tous|Toutes?|Plusieurs|Certaine?s|Chaque|Aucune?)`,
  String.raw`(?:Deux|Trois|À|Comme|Entre|Contre|Vers|Chez|Dès|Malgré|Parmi|Enfin|Ensuite|Ici|Jusqu|Parce|Afin|Outre|Hier|Interrogée?s?)`,
  String.raw`(?:Le|La|De|Du|Des|Son|Sa|Mon|Ma|Mes|Si|Tu|On|Or|A|Tout)(?=\h+\p{Ll})`,
].join('|');

/** What follows a stop where a sentence has ended beyond doubt. */
const opener = String.raw`\s+[«“"(]?\h*(?:(?:${openers})\b|[LD]['’](?=\p{Ll})|(?:[CJNS]|Qu)['’])`;

/** Any beginning of a sentence but a lower-case letter; marks that open may stand before it. */
const beginning = String.raw`\s+(?:[«“„"‘'(\[–—•▪*-]\s*)*(?:\p{Lu}|\p{Nd}|\p{Ll}\p{Lu}|[§#@€$£¿¡])`;

/** Marks that close, as they follow a stop. */
const closers = String.raw`(?:\h?[»”"’')\]])*`;

/** Nothing of a word before it. */
const border = String.raw`(?&lt;![\p{L}\p{Nd}])`;

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
        <!-- 1. 2.3. IV. a. A. at the beginning, or where a sentence has just ended -->
        <rule break="no">
          <beforebreak>(?:^|[.!?;…]${closers}\s)\s*[«“"(]?(?:\p{Nd}{1,2}(?:\.\p{Nd}{1,2})*|[IVX]{1,5}|\p{L})\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- (...) and [...] leave something out: what they belong to comes behind -->
        <rule break="no">
          <beforebreak>[(\[]\h?(?:\.{3}|…)\h?[)\]]</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- (?) and (!) are a remark on the word before -->
        <rule break="no">
          <beforebreak>\([?!]+\)</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-title">
        <rule break="no">
          <beforebreak>${border}(?:MM?|M(?:mes?|lles?|grs?|es?|rs?|rs|s|essrs)|Drs?|Dre|Prs?|Prof|Stes?|Sts?|Vve|Gén|Gal|Col|Cdt|Cne|Capt?|Lt|Sgt|Adj|Maj|Amb|Sén|Dép|Gov|Sen|Rep|Hon|R[eé]v|Mt|Ft)\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- bd., av., pl., rte. before the name of a street -->
        <rule break="no">
          <beforebreak>${border}(?:[Bb]l?v?d|[Aa]v|[Pp]l|[Rr]te|[Cc]hem|[Ff]bg)\.</beforebreak>
          <afterbreak>\s+\p{Lu}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-abbreviation">
        <!-- never the end of a sentence: more must come -->
        <rule break="no">
          <beforebreak>${border}(?:[Cc]f|[Cc]onf|[Vv]s|[Aa]v|[Aa]pr?|[Ee]nv|[Cc]a|[Cc]irc|[Ee]nviron|[ÉéEe]d|[Dd]ir|[Tt]rad|[Cc]oll|[Pp]réf|[Oo]p|[Aa]rt|[Aa]rrt|[Cc]hap|[Vv]ol|[Ff]ig|[Tt]ab|[Ss]ect|[Tt]él|[Tt]el|[Rr]éf|[Nn][o°]|[Nn]os|pp|[Rr]esp|[Pp]ar ex|[Pp]\.\h?ex|[(,]\h?ex|c\.-à-d|[Ii]bid|[Ll]oc)\.[)\]]?</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <!-- the end of a sentence only where no number follows -->
        <rule break="no">
          <beforebreak>${border}(?:p|t|n|v|f|r|c|al|ch|cap|ex|fol|liv|ann|bull|num|chron|min|max|approx|janv|févr?|mars|avr|juill?|sept|oct|nov|déc|[Ll]iv|[Bb]ât|[Ee]sc|[Ll]ot|[Ii]d|sq|suppl|lun|mar|mer|jeu|ven|sam|dim)\.</beforebreak>
          <afterbreak>\s+[(\[«“"]?\p{Nd}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-initial">
        <!-- av. J.-C. is complete -->
        <rule break="yes">
          <beforebreak>(?:av\.|apr?\.|avant|après)\h(?:J\.-?\h?C|JC)\.</beforebreak>
          <afterbreak>\s+[«“"]?\h?\p{Lu}</afterbreak>
        </rule>
        <!-- un plan B. Il ..., aux U.S. Elle ..., chez Apple Inc. Le groupe ... -->
        <rule break="yes">
          <beforebreak>(?:${border}\p{Lu}|\.\h?-?\p{Lu}|${border}(?:Cie|Inc|Ltd|Corp|Co|Bros|LLC|Jr|Sr))\.</beforebreak>
          <afterbreak>${opener}</afterbreak>
        </rule>
        <!-- J.-B. Morel, A. K. Roy, G. W. Bush, L. 642-3, U.S. Air Force -->
        <rule break="no">
          <beforebreak>${border}(?:\p{Lu}|Ch|Ph|Th|Chr|St)\.[)\]]?</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <rule break="no">
          <beforebreak>${border}(?:Sté|[ÉE]ts|Cie|Inc|Ltd|Corp|Co|Bros|Jr|Sr)\.</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
        <rule break="no">
          <beforebreak>${border}(?:Yahoo|Jeopardy)!</beforebreak>
          <afterbreak>\s</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-ellipsis">
        <rule break="no">
          <beforebreak>(?:\.\.|…)${closers}</beforebreak>
          <afterbreak>\s+\p{Nd}</afterbreak>
        </rule>
      </languagerule>
      <languagerule languagerulename="fr-stop">
        <rule break="yes">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>${beginning}</afterbreak>
        </rule>
        <!-- words left out open the next sentence -->
        <rule break="yes">
          <beforebreak>[.!?…]${closers}</beforebreak>
          <afterbreak>\s+[(\[]\h?(?:\.{3}|…)\h?[)\]]\s+\p{Lu}</afterbreak>
        </rule>
        <!-- a stop with the opening mark right behind it -->
        <rule break="yes">
          <beforebreak>\p{Ll}\h?[.!?…]</beforebreak>
          <afterbreak>(?:«\h?|["“„])\p{Lu}</afterbreak>
        </rule>
        <!-- an item of a list, or a sentence that someone forgot to begin with a capital -->
        <rule break="yes">
          <beforebreak>\p{Ll}{2}[)»”"]?\.</beforebreak>
          <afterbreak>\s+[–—-]\h\p{Ll}</afterbreak>
        </rule>
        <rule break="yes">
          <beforebreak>\p{Ll}{4}[)»”"]?\.</beforebreak>
          <afterbreak>\s+(?:à|il|elle|ils|elles|on|ce|cette|c['’]est|le|la|les|un|une)\b</afterbreak>
        </rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="fr.*" languagerulename="fr-marker"/>
      <languagemap languagepattern="fr.*" languagerulename="fr-title"/>
      <languagemap languagepattern="fr.*" languagerulename="fr-abbreviation"/>
      <languagemap languagepattern="fr.*" languagerulename="fr-initial"/>
      <languagemap languagepattern="fr.*" languagerulename="fr-ellipsis"/>
      <languagemap languagepattern="fr.*" languagerulename="fr-stop"/>
    </maprules>
  </body>
</srx>
`;
