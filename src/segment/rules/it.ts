import { languageRules } from '../language-rules.ts';

/** Our segmentation rules for Italian, as SRX 2.0: the shared rules with the words of Italian. */
export const italianRules = (): string =>
  languageRules({
    language: 'it',
    titles:
      'Sig|Sigg|Sig\\.?ra|Sig\\.?na|[Ss]ig|[Ss]igg|[Ss]ig\\.?ra|[Ss]ig\\.?na|[Dd]ott|[Dd]r|[Dd]ott\\.?ssa|[Dd]r\\.?ssa|[Pp]rof|[Pp]rof\\.?ssa|[Pp]roff|[Aa]vv|[Ii]ng|[Aa]rch|[Gg]eom|[Rr]ag|[Oo]n|[Ss]en|[Mm]ons|[Cc]ard|[Gg]en|[Cc]ol|[Mm]agg|[Cc]ap|[Tt]en|[Ss]erg|[Mm]ar|[Aa]mm|[Cc]omm|[Cc]av|[Ss]pett|[Ee]gr|[Gg]ent|[Pp]res|Min|Mr|Mrs|Ms|S|SS|Sta|St|P\\.?zza|V\\.?le|L\\.?go|C\\.?so|[Ff]\\.?lli|[Rr]ev|Fr',
    announcing:
      '[Aa]d es|[Pp]\\.\\h?es|[Ee]s|[Cc]fr|[Cc]f|[Vv]s|[Vv]d|[Ee]d|[Tt]rad|[Dd]ir|[Cc]it|[Oo]p|[Cc]irca|[Cc]a|[Tt]el|[Rr]if|[Cc]\\.?\\h?d|[Ss]edd|[Ii]ncl|[Nn]\\.?\\h?d\\.?\\h?[rt]|i\\.e|e\\.g|[Pp]ref|[Aa]ll(?=\\.\\s)|[Nn][º°]|[Uu]\\.\\h?s(?=\\.\\s+\\p{Ll})',
    counting:
      '[Aa]rtt?|[Nn]um|[Nn]n?|[Pp]agg?|[Pp]gg?|pp?|[Vv]oll?|[Cc]app?|[Ff]igg?|[Ss]ez|[Cc]omm?a?|[Cc]o|[Tt]ab|[Ll]ett|[Mm]ax|[Tt]|[Gg]enn?|[Ff]ebb?|[Mm]ar|[Aa]pr|[Mm]agg?|[Gg]iu|[Ll]ug|[Aa]go|[Ss]ett?|[Oo]tt|[Nn]ov|[Dd]ic|[Ss]ec|[Kk]m|[Cc]ol|[Dd]\\.?\\h?[Ll](?:gs)?|[Ll]',
    ending:
      'Inc|Ltd|Co|Corp|Bros|Jr|Sr|[Ss]\\.\\h?[Pp]\\.\\h?[Aa]|[Ss]\\.\\h?[Rr]\\.\\h?[Ll]|[ad]\\.\\h?C|a\\.m|p\\.m|U\\.?S\\.?A|U\\.?E|O\\.?N\\.?U|U\\.S|D\\.\\h?C|N\\.\\h?Y',
    opening:
      "(?:Egli|Lui|Lei|Loro|Essi|Esse|Io|Noi|Voi|Questo|Questa|Questi|Queste|Quello|Quella|Quelli|Quelle|Ciò|Un|Uno|Una|In|Per|Con|Senza|Secondo|Dopo|Da|Dal|Dalla|Dai|Fino|Su|Sul|Sulla|Sui|Tra|Fra|Durante|Contro|Mediante|Ma|Però|Tuttavia|Sebbene|Se|Quando|Come|Mentre|Dove|Perché|Che|Chi|Quale|Quanto|Anche|Inoltre|Così|Poi|Prima|Ora|Oggi|Ieri|Allora|Infine|Non|Sì|Suo|Sua|Suoi|Sue|Mio|Mia|Nostro|Nostra|Tutto|Tutta|Tutti|Tutte|Ogni|Alcuni|Alcune|Molti|Molte|Vari|Varie|Altro|Altra|Altri|Altre|È|Era|Sono|Fu|Ha|Hanno|Nel|Nella|Nei|Nelle|Nello|Al|Alla|Ai|Alle|Allo|Del|Della|Dei|Delle|Dello|Già|Ancora|Solo|Né|Oltre|Intanto|Invece|Ed|Gli)(?!\\p{L})|(?:Il|La|Le|Lo|I|E|A|O|Di|Si)(?=\\s+\\p{Ll})|(?:[LCN]|Un|Quest|Quell|Dell|Nell|All|Sull|Dall)['’]\\p{Ll}",
    labelled:
      '(?:[Gg]ruppo|[Gg]irone|[Pp]iano|[Cc]lasse|[Vv]itamina|[Tt]ipo|[Ss]erie|[Ll]ega|[Ll]ettera|[Ee]patite|[Zz]ona|[Cc]ategoria|[Aa]llegato)',
  });
