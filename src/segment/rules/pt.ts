import { languageRules } from '../language-rules.ts';

/** Our segmentation rules for Portuguese, of Portugal and of Brazil, as SRX 2.0: the shared rules with the words of Portuguese. */
export const portugueseRules = (): string =>
  languageRules({
    language: 'pt',
    titles:
      'Sr|Sra|Srs|Sras|Srta|Srª|D|Dª|Dr|Dra|Drs|Dras|Drª|Prof|Profa|Profª|Eng|Engª|Arq|Adv|Exmo|Exma|Ilmo|Ilma|Revmo|Rev|Pe|Fr|Mons|Gen|Cel|Cor|Maj|Cap|Ten|Ten\\.-[Cc]el|Sgt|Alm|Brig|Gov|Pres|Min|Dep|Sen|Ver|Des|S|Sto|Sta|St|Mr|Mrs|Ms|V\\.\\h?Exa?|Av|R(?=\\.\\s+(?:d[aeo]s?\\s|\\p{Lu}\\p{Ll}))|Pça|Trav|Rod|Al(?=\\.\\s+\\p{Lu})|Jd|Vl',
    announcing:
      '[Pp]\\.\\h?ex|[Ee]x|[Cc]f|[Vv]s|[Vv]id|[Ee]d|[Ee]ds|[Oo]rg|[Oo]rgs|[Cc]oord|[Tt]rad|[Dd]ir|[Aa]prox|[Ii]ncl|[Tt]el|[Tt]elef|[Oo]p|[Rr]ef|i\\.e|e\\.g|[Ii]sto é|[Nn]\\.?\\h?da\\h?[RTE]|[Dd]ept|[Dd]epto|[Nn][º°]|[Nn]\\.º',
    counting:
      '[Aa]rts?|[Nn]úms?|[Nn]|[Pp]ágs?|[Pp]gs?|pp?|[Ff]ls?|[Vv]ols?|[Cc]aps?|[Ff]igs?|[Ss]eç|[Ii]nc|[Pp]arág|[Tt]ab|[Mm]ín|[Mm]áx|[Tt]|[Jj]an|[Ff]ev|[Mm]ar|[Aa]br|[Mm]ai|[Jj]un|[Jj]ul|[Aa]go|[Ss]et|[Oo]ut|[Nn]ov|[Dd]ez|[Ss]éc|[Ll]ote|[Kk]m|[Cc]ol',
    ending:
      'Inc|Ltd|Ltda|Cia|C[ií]a|Co|Corp|Bros|Jr|Sr|Filho|S\\.\\h?A|E\\.\\h?P|[ad]\\.\\h?C|a\\.m|p\\.m|E\\.?U\\.?A|U\\.E|O\\.N\\.U|U\\.S|D\\.\\h?[CF]|N\\.\\h?Y',
    opening:
      '(?:Ele|Ela|Eles|Elas|Eu|Nós|Você|Vocês|Este|Esta|Isto|Estes|Estas|Esse|Essa|Isso|Esses|Essas|Aquele|Aquela|Aquilo|Um|Uma|Uns|Umas|Em|Por|Para|Com|Sem|Segundo|Após|Desde|Até|Sobre|Entre|Durante|Ante|Sob|Contra|Mediante|À|Às|Ao|Aos|Mas|Porém|Embora|Se|Quando|Como|Enquanto|Onde|Porque|Pois|Que|Quem|Qual|Quanto|Também|Além|Assim|Logo|Depois|Antes|Agora|Hoje|Ontem|Então|Finalmente|No entanto|Não|Sim|Seu|Sua|Seus|Suas|Meu|Minha|Nosso|Nossa|Todo|Toda|Todos|Todas|Cada|Alguns|Algumas|Muitos|Muitas|Vários|Várias|Outro|Outra|Outros|Outras|É|São|Era|Foi|Há|Está|Tem|Na|Nas|No|Nos|Num|Numa|Pela|Pelo|Já|Ainda|Só)(?!\\p{L})|(?:[OAE]|Os|As|D[aeo]s?)(?=\\s+\\p{Ll})',
    labelled:
      '(?:[Gg]rupo|[Pp]lano|[Cc]lasse|[Vv]itamina|[Tt]ipo|[Ss]érie|[Ll]iga|[Ll]etra|[Hh]epatite|[Zz]ona|[Cc]ategoria|[Aa]nexo|[Pp]orta|[Pp]ortão)',
  });
