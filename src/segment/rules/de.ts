import { cutsBetween, holdsBetween, languageRules } from '../language-rules.ts';

/** Our segmentation rules for German, as SRX 2.0: the shared rules with the words of German, where every noun has a capital. */
export const germanRules = (): string =>
  languageRules({
    language: 'de',
    titles:
      'Hrn?|Fr|Frl|Fa|med|phil|jur|rer|nat|theol|pol|h\\.\\h?c|Dr|Dres|Prof|Ing|Dipl|Dipl\\.?-(?:Ing|Kfm|Inf|Phys|Psych)|Mag|Mr|Mrs|Ms|Lic|Rev|Pfr|St|Skt|Hl|hl|Frhr|Gen|Maj|Hptm|Lt|Oblt|Obst|Kpt|Kap|Präs|Abg|Bgm|Amtl|jun|Univ|Kgl|kgl|k\\.\\h?u\\.\\h?k|Kard|Sen|Gov|Sgt',
    announcing:
      'bspw|a\\.\\h?d|bzw|beziehungsw|ca|[Cc]irc|[Dd]\\.\\h?h|[Zz]\\.\\h?B|[Uu]\\.\\h?a|[Uu]\\.\\h?[UÄA]|[Zz]\\.\\h?T|[Zz]\\.\\h?Zt|[Vv]\\.\\h?a|[Ii]\\.\\h?d\\.\\h?R|[Oo]\\.\\h?ä|[Ss]\\.\\h?[aou]|i\\.\\h?[VAe]|[Mm]\\.\\h?E|[Zz]\\.\\h?[Hh]d|v\\.\\h?Chr(?=\\.\\s+\\p{Ll})|n\\.\\h?Chr(?=\\.\\s+\\p{Ll})|vgl|Vgl|[Gg]gf|[Gg]gfs|[Ee]vtl|[Ii]nkl|[Ee]xkl|[Zz]zgl|[Mm]ind|[Mm]ax|[Ee]inschl|[Ss]og|[Ii]nsb|[Aa]llg|[Ee]ig|[Uu]rspr|[Ee]hem|[Gg]eb|[Gg]est|[Vv]erh|[Aa]bk|[Bb]etr|[Bb]ez|[Nn]ördl|[Ss]üdl|[Öö]stl|[Ww]estl|[Ee]v|[Kk]ath|[Rr]öm|[Dd]t|[Ee]ngl|[Ff]ranz|[Ll]at|[Gg]riech|[Ii]tal|[Rr]uss|[Ss]pan|[Hh]rsg|[Hh]g|[Bb]earb|[Üü]bers|Red|Anm|lt|Lt|Jh|Jhs|jährl|tägl|wg|gem|zit|ugs|vs|Bf|Geb|Tel|Tel\\.-Nr',
    counting:
      'Nr|Nrn|Art|Abs|Ziff|Kap|Abb|Bd|Bde|Bl|S|Str|Tab|Anl|Aufl|Bhf|Rn|Rdnr|Par|Lit|lit|Fn|Abt|Kl|Mio|Mrd|Tsd|Jg|Hs|Pos|Std|Min|Sek|Okt|Dez|Jan|Feb|Nov|Sept?|Aug|Apr|Jun|Jul|Mär',
    ending:
      'usw|etc|u\\.\\h?[vä]\\.\\h?[am]|usf|Co|Inc|Ltd|Corp|Bros|jr|Jr|sen|Sr|Str|str|Pl|Mio|Mrd|Tsd|Jh|Jhd|Jhdt|Chr|U\\.S|D\\.C|e\\.\\h?V|a\\.\\h?[DM]|i\\.\\h?R|N\\.\\h?N|o\\.\\h?g|Pkt|Std|Min|Sek|Stck|St',
    opening:
      '(?:Er|Es|Wir|Ihr|Ich|Du|Man|Sie|Das|Dies|Diese[rsmn]?|Jene[rsmn]?|Dabei|Dazu|Damit|Dafür|Dagegen|Danach|Dann|Darauf|Daraufhin|Darin|Darüber|Darum|Daher|Deshalb|Deswegen|Dennoch|Doch|Aber|Und|Oder|Denn|Auch|Außerdem|Zudem|Allerdings|Jedoch|Trotzdem|Seit|Seitdem|Nach|Nachdem|Vor|Bevor|Bei|Bis|Mit|Ohne|Für|Gegen|Durch|Um|Unter|Über|Auf|Aus|Im|In|An|Am|Als|Wenn|Weil|Ob|Obwohl|Während|Wie|Wo|Was|Wer|Warum|Weshalb|Wann|Hier|Dort|Da|So|Nun|Jetzt|Heute|Gestern|Später|Zuvor|Zuletzt|Zunächst|Inzwischen|Einige|Viele|Mehrere|Alle|Beide|Jede[rsmn]?|Kein|Keine[rsmn]?|Eine?[rsmn]?|Mein|Meine[rsmn]?|Sein|Seine[rsmn]?|Ihre[rsmn]?|Unser|Unsere[rsmn]?|Nicht|Nur|Noch|Schon|Sehr|Ist|Sind|War|Waren|Hat|Haben|Wird|Zu|Zum|Zur|Beim|Vom|Von|Laut|Polizei|Weitere|Weiter|Insgesamt|Leider|Dank)(?!\\p{L})|(?:Der|Die|Den|Dem|Des)(?=\\s)',
    ordinal: String.raw`\p{L}|\p{Nd}{1,2}\.|\p{Nd}{4}(?!\p{Nd})`,
    cardinal:
      'Platz|Rang|Seite|Artikel|Paragra(?:f|ph)|Absatz|Kapitel|Gruppe|Nummer|Nr\\.|Abbildung|Tabelle|Teil|Band|Halle|Gleis|Tor|Formel|Liga|Version|Startnummer|Zimmer|Klasse|Note|Runde',
    labelled:
      '(?:[Gg]ruppe|[Pp]lan|[Kk]lasse|[Vv]itamin|[Tt]yp|[Ss]erie|[Tt]eil|[Hh]alle|[Aa]nlage|[Hh]epatitis)',
    begins: String.raw`[»›]\h?[\p{Lu}\p{Nd}]|['\`´]{2}\h?[\p{Lu}\p{Nd}]|-{1,3}\h\p{Lu}|:[-]?[()]`,
    first: [
      // Goethestr. 5, Marktpl. 3
      cutsBetween(String.raw`\p{Ll}(?:str|pl)\.\h\p{Nd}{1,3}\h?\p{Ll}?\.`, String.raw`\s+\p{Lu}`),
      holdsBetween(String.raw`\p{Ll}(?:str|pl)\.`, String.raw`\s+\p{Nd}`),
      // 52 v. Chr., Voss u. Co.
      holdsBetween(String.raw`(?<![\p{L}\p{Nd}])[vn]\.`, String.raw`\s+Chr\.`),
      holdsBetween(String.raw`(?<![\p{L}\p{Nd}])u\.`, String.raw`\s+(?:Co|Cie|Söhne|Partner)(?!\p{L})`),
      // a mark in front of an attribution: »Nein!« sagt er
      holdsBetween(String.raw`[.!?…]\h?(?:[“”«»"]|'')`, String.raw`\s+\p{Ll}`),
      cutsBetween("(?<=[.!?…])''", String.raw`\s+(?:\`\`)?[\p{Lu}\p{Nd}]`),
    ],
  });
