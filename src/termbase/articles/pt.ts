import {
  byKind,
  feminine,
  femininePlural,
  type Grammar,
  kindTable,
  masculine,
  masculinePlural,
} from './grammar.ts';

const contracted: Readonly<Record<string, readonly [string, string, string, string]>> = {
  de: ['do', 'da', 'dos', 'das'],
  em: ['no', 'na', 'nos', 'nas'],
  a: ['ao', 'à', 'aos', 'às'],
  por: ['pelo', 'pela', 'pelos', 'pelas'],
};

/** Portuguese: four prepositions grow together with the article. */
export const portuguese: Grammar = {
  prepositions: Object.keys(contracted),
  write({ preposition, article }, kind) {
    // So `a` alone may be the preposition or the article.
    if (article === 'none') return `${preposition} `;
    if (article === 'indefinite') {
      return preposition === '' ? `${byKind(kind, ['um', 'uma', 'uns', 'umas'])} ` : undefined;
    }
    const own = preposition === '' ? (['o', 'a', 'os', 'as'] as const) : contracted[preposition];
    return own && `${byKind(kind, own)} `;
  },
  soundOf: () => 'consonant',
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    return nouns.get(head) ?? (/(?:ção|são|dade)$/u.test(head) ? feminine : undefined);
  },
};

const nouns = kindTable([
  [
    masculine,
    'alto conselho parlamento ministério grupo tribunal governo partido comité comitê programa reino senado congresso festival prémio prêmio centro movimento kremlin pentágono tratado acordo azerbaijão brasil canadá japão líbano irão irã iraque paquistão cazaquistão afeganistão ministro presidente',
  ],
  [
    feminine,
    'aliança academia agência assembleia câmara corte cruz taça copa república liga força casa guerra batalha bolsa polícia feira ministra organização união rússia turquia arménia armênia geórgia frança alemanha espanha itália grécia suíça china índia síria líbia ucrânia',
  ],
  [masculinePlural, 'estados emirados eua'],
  [femininePlural, 'nações filipinas forças'],
]);
