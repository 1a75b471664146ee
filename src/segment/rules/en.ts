import { cutsBetween, holdsBetween, languageRules } from '../language-rules.ts';

/** Our segmentation rules for English, as SRX 2.0: the shared rules with the words of English. */
export const englishRules = (): string =>
  languageRules({
    language: 'en',
    titles:
      'Mr|Mrs|Ms|Mx|Messrs|Mmes?|Dr|Drs|Prof|Profs|Rev|Revd|Fr|Hon|Gen|Maj|Col|Lt|Capt|Cpt|Cmdr|Cdr|Comdr|Sgt|Cpl|Pvt|Pfc|Adm|Brig|Ens|Gov|Govs|Lt\\.? ?Gov|Lt\\.? ?Gen|Lt\\.? ?Col|Maj\\.? ?Gen|Sen|Sens|Rep|Reps|Amb|Pres|Supt|Insp|Det|Atty|Msgr|St|Sts|Mt|Ft|Pt|Sr(?=\\.\\s+[A-Z][a-z]+\\s+[A-Z])',
    announcing:
      'e\\.?g|i\\.e|cf|P.S|vs|viz|[Rr]e|approx|incl|excl|esp|Op|op|c\\.?f|ca|[Ee]ds?(?=\\.\\s+[a-z])|trans',
    counting:
      'Nos?|[Nn]r|al|pp?|[Vv]ols?|[Cc]h|[Cc]hap|[Ss]ec|[Ss]ect|[Ff]igs?|[Aa]rts?|[Pp]ar|[Pp]aras?|[Ll]l?|[Ee]x|[Ee]xt|[Rr]m|[Aa]pt|[Ss]te|[Bb]ldg|[Ff]l|[Tt]el|[Vv]er|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|[Rr]te|Hwy|[Aa]dd|[Cc]l|[Mm]in|[Mm]ax|[Ee]st|[Cc]irc?',
    ending:
      'Inc|Ltd|Co|Corp|Cos|Bros|LLC|Plc|plc|Jr|Sr|Esq|Ph\\.?D|M\\.?D|Ave|Blvd|Rd|Dept|Univ|Assn|Natl|Intl|Mfg|Calif|Mass|Conn|Wash|Ariz|Colo|Fla|Ga|Ill|Ind|Kan|Ky|Mich|Minn|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wis|Wyo|a\\.m|p\\.m|U\\.S|U\\.K|U\\.N|E\\.U|D\\.C|N\\.Y|L\\.A|U\\.S\\.A|Jan|Feb|Aug|Sept?|Oct|Nov|Dec',
    opening:
      "(?:He|She|It|They|We|You|I|His|Her|Its|Their|Our|Your|My|This|That|These|Those|There|Here|The|An?|In|On|At|For|From|With|Without|But|And|Or|Nor|Yet|So|If|When|While|As|After|Before|Since|Because|Although|Though|However|What|Who|Why|How|Where|Which|Not|No|Some|Many|Most|All|Both|Each|Every|Several|Please|Also|Then|Thus|Meanwhile|Until|To|By|One|Two|Let|Do|Does|Did|Is|Are|Was|Were|Can|Will|Would|Have|Has|Once|According|Asked|Earlier|Last|Later|Now|Officials|Police|Thanks)(?![\\p{L}’'])|(?:I|It|That|He|She|They|We|You|There|What|Who|Let|Don|Can|Isn|Won)['’]",
    labelled:
      '(?:[Gg]roup|[Pp]lan|[Cc]lass|[Vv]itamin|[Hh]epatitis|[Gg]rade|[Tt]ype|[Ss]erie|[Ll]eague|[Ss]ection|[Pp]art|[Pp]latform|[Gg]ate|[Oo]ption|[Ee]xhibit)s?',
    noInitial: 'I',
    names: 'Yahoo|Jeopardy|E',
    begins: String.raw`[=_*~>-]{3,}|[\[(]\h?(?:\.{3}|…)\h?[\])]|\.{2,}\p{Lu}`,
    first: [
      holdsBetween(
        String.raw`(?<!\p{L})(?:etc|approx|[Vv]ols?|[Cc]hap|[Ss]ect?|[Ff]igs?|[Aa]rts|[Pp]aras?|[Ee]xt?|[Rr]m|[Aa]pt|[Ss]te|[Bb]ldg|pp?|[Dd]ept|[Gg]ovt|[Ii]ntl|[Nn]atl|[Aa]ssn|[Aa]ssoc|[Aa]ve|est|misc|incl|excl|sq|ft|oz|lbs?|hrs?|mins?|secs?|yrs?|mos?|avg|max|al|[Ii]nc|[Ll]td|[Cc]orp|[Bb]ros|[Ee]sq|[Bb]lvd)\.`,
        String.raw`\s+\p{Ll}`,
      ),
      holdsBetween(String.raw`(?<!\p{L})I(?:…|\.{3})`, String.raw`\s+I(?!\p{L})`),
    ],
    last: [
      // a sentence that someone forgot to begin with a capital
      cutsBetween(String.raw`[\p{L}\p{Nd}][)\]]?\h?[!?]{1,20}`, String.raw`\s+[“"(]?\p{Ll}`),
      cutsBetween(
        String.raw`(?:\p{Ll}*[aeiouy]\p{Ll}*(?<=\p{Ll}{2})|\p{Lu}{3}|\p{Nd}{3})[)”"]?\.`,
        String.raw`\s+[“"(]?\p{Ll}`,
      ),
    ],
  });
