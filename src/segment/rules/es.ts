import { cutsBetween, holdsBetween, languageRules } from '../language-rules.ts';

/** Our segmentation rules for Spanish, as SRX 2.0: the shared rules with the words of Spanish. */
export const spanishRules = (): string =>
  languageRules({
    language: 'es',
    titles:
      'Sr|St|Sra|Srta|Sres|Sras|Srtas|D|Dª|Dña|Dn|Da|Dr|Dra|Dres|Dras|Prof|Profa|Lic|Licda|Ing|Arq|Gral|Gob|Pdte|Pdta|Cnel|Cap|Tte|Cmdte|Cdte|Sgto|Alm|Mons|Rvdo|Rev|Rvda|Pbro|Fr|Sto|Sta|S|Excmo|Excma|Exmo|Ilmo|Ilma|Mr|Mrs|Ms|Mtro|Mtra|Avda?|Av|Pza|Plza|Ctra|Urb|Gta|Univ|Jr(?=\\.\\s+\\p{Lu})',
    announcing:
      '[Pp]\\.\\h?ej|v|[Pp]or ej|[Ee]j|[Cc]f|[Cc]fr|[Vv]s|[Vv]id|[Ee]d|[Ee]ds|[Cc]oord|[Cc]oords|[Dd]ir|[Tt]rad|[Cc]omp|[Aa]prox|[Ii]ncl|[Tt]el|[Tt]el[eé]f|[Tt]fno|[Tt]lf|[Oo]p|[Nn]\\.\\h?del?\\h?[EeTt]|[Nn]\\.?º|[Dd]pto|[Dd]pto\\.? de|[Aa]lt|[Rr]ef|i\\.e|e\\.g|[Cc]ía(?=\\.\\s+de)',
    counting:
      '[Aa]rts?|[Nn]úms?|[Nn]ros?|[Nn]os?|[Pp]ágs?|[Pp]gs?|pp?|[Vv]ols?|[Tt]|[Cc]aps?|[Ff]igs?|[Ss]ecc?|[Pp]árr|[Ll]ám|[Ll]ib|[Ii]nc|[Aa]p|[Ff]ol|[Ss]|[Cc]|[Hh]acia|[Mm]ín|[Mm]áx|[Ee]ne|[Ff]eb|[Mm]ar|[Aa]br|[Mm]ay|[Jj]un|[Jj]ul|[Aa]go|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ic|[Kk]m|[Cc]ol|n|f',
    ending:
      'Uds?|Vds?|EE\\.?\\h?UU|EEUU|FF\\.?\\h?AA|RR\\.?\\h?HH|JJ\\.?\\h?OO|CC\\.?\\h?OO|Inc|Ltd|Ltda|Cía|Co|Corp|Bros|Jr|Sr|Hnos?|S\\.\\h?A|S\\.\\h?L|C\\.\\h?V|a\\.\\h?m|p\\.\\h?m|[ad]\\.\\h?(?:de\\h)?C|[ad]\\.\\h?J\\.?C|U\\.S|D\\.\\h?[CF]|N\\.\\h?Y|q\\.e\\.p\\.d|admón|[Aa]dmva',
    opening:
      '(?:Él|Ella|Ello|Ellos|Ellas|Yo|Tú|Nosotros|Usted|Ustedes|Este|Esta|Esto|Estos|Estas|Ese|Esa|Eso|Esos|Esas|Aquel|Aquella|Un|Una|Unos|Unas|En|Por|Para|Con|Sin|Según|Tras|Desde|Hasta|Hacia|Sobre|Entre|Durante|Ante|Bajo|Contra|Mediante|A|Al|Y|O|Pero|Sino|Aunque|Si|Cuando|Como|Cómo|Mientras|Donde|Dónde|Porque|Pues|Que|Qué|Quien|Quién|Cuál|Cuánto|También|Además|Así|Luego|Después|Antes|Ahora|Hoy|Ayer|Entonces|Finalmente|Sin embargo|No|Sí|Se|Su|Sus|Mi|Mis|Nuestro|Nuestra|Lo|Le|Les|Me|Te|Nos|Todo|Toda|Todos|Todas|Cada|Algunos|Algunas|Muchos|Muchas|Varios|Varias|Otro|Otra|Otros|Otras|Es|Son|Era|Fue|Hay|Ha|Han|Está|Tiene|Del|De)(?!\\p{L})|(?:El|La|Los|Las)(?=\\s+\\p{Ll})|[¿¡]',
    labelled:
      '(?:[Gg]rupo|[Pp]lan|[Cc]lase|[Vv]itamina|[Tt]ipo|[Ss]erie|[Ll]iga|[Ll]etra|[Hh]epatitis|[Zz]ona|[Cc]ategoría|[Aa]nexo|[Pp]uerta)',
    // EE. UU., CC. OO.
    first: [holdsBetween(String.raw`(?<!\p{L})(?:EE|FF|CC|RR|JJ)\.`, String.raw`\s+\p{Lu}{2}\.`)],
    last: [
      // a sentence that someone forgot to begin with a capital
      cutsBetween(String.raw`\p{Ll}{4}[)»”"]?\.`, String.raw`\s+[“"(]?\p{Ll}{2,}`),
    ],
  });
