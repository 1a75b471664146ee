import {
  byKind,
  feminine,
  femininePlural,
  type Grammar,
  kindTable,
  masculine,
  masculinePlural,
} from './grammar.ts';

/** Spanish: el grows together with de and a. The article before a stressed a (`el agua`) is left to a person. */
export const spanish: Grammar = {
  prepositions: ['de', 'a'],
  write({ preposition, article }, kind) {
    if (article === 'none') return `${preposition} `;
    if (article === 'indefinite') {
      return preposition === '' ? `${byKind(kind, ['un', 'una', 'unos', 'unas'])} ` : undefined;
    }
    const own = byKind(kind, ['el', 'la', 'los', 'las']);
    if (preposition === '') return `${own} `;
    if (own === 'el') return preposition === 'de' ? 'del ' : 'al ';
    return `${preposition} ${own} `;
  },
  soundOf: () => 'consonant',
  kindOf(words) {
    const head = words[0]?.toLowerCase() ?? '';
    return nouns.get(head) ?? (/(?:ción|sión|dad)$/u.test(head) ? feminine : undefined);
  },
};

const nouns = kindTable([
  [
    masculine,
    'alto consejo parlamento ministerio grupo tribunal gobierno frente fondo partido comité programa reino senado congreso festival premio tour centro movimiento kremlin pentágono tratado acuerdo ministro presidente canciller',
  ],
  [
    feminine,
    'alianza academia asamblea corte cruz copa república liga fuerza casa guerra batalla bolsa policía feria ministra presidenta oficina organización unión cámara',
  ],
  [masculinePlural, 'estados emiratos países ministros'],
  [femininePlural, 'naciones filipinas fuerzas'],
]);
