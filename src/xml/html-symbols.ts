import { htmlEntities } from './html-entities.ts';

/** Greek letters by their names in HTML, in the order of Unicode from U+0391 and U+03B1 on; `-` where there is none. */
const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega';

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Arrows, signs of mathematics and others of HTML 4 that copy on the web may hold. */
const signs = `fnof ƒ circ ˆ tilde ˜ sigmaf ς prime ′ Prime ″ oline ‾ frasl ⁄ image ℑ weierp ℘ real ℜ alefsym ℵ larr ← uarr ↑
rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋
prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠
equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨
rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ apos ' amp & lt < gt > quot "`;

/** All names of characters in HTML 4, and what each stands for. */
export const htmlSymbols: ReadonlyMap<string, string> = new Map([
  ...Object.entries(htmlEntities),
  ...greek.split(' ').flatMap((name, index): [string, string][] => [
    [capital(name), String.fromCharCode(0x391 + index)],
    [name, String.fromCharCode(0x3b1 + index)],
  ]),
  ...pairs(signs.split(/\s+/u)),
]);

function pairs(words: readonly string[]): [string, string][] {
  return words.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, words[index + 1] ?? '']] : [],
  );
}
