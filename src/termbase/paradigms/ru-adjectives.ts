import type { Cells } from './paradigm.ts';

export type AdjectiveNumber = 'masculine' | 'feminine' | 'neuter' | 'plural';

const vowelMix = /[гкхжшчщ]$/u;

/** Gender or number of a word that is spelled as an adjective in its basic form; undefined for any other word. */
export function adjectiveKind(word: string): AdjectiveNumber | undefined {
  if (word.length < 5) return undefined;
  if (/(?:[нквшжщтлрсмдбпг]ый|[гкхжшчщн]ий|[а-яё]ой)$/u.test(word)) return 'masculine';
  if (/(?:ая|яя)$/u.test(word)) return 'feminine';
  if (/(?:ое|ее)$/u.test(word)) return 'neuter';
  return /(?:ые|[гкхжшчщ]ие|[^аеиоуст]ние)$/u.test(word) ? 'plural' : undefined;
}

/** The cases of an adjective in its basic form. `animate`: its accusative is that of people. */
export function adjectiveCases(word: string, kind: AdjectiveNumber, animate: boolean): Cells {
  const stem = word.slice(0, -2);
  // Hard adjectives have о in their endings, soft ones and those with a hushing stem е: `Нагорного`, `Ближнего`.
  const soft = isSoft(word, stem);
  const [o, y] = [soft ? 'е' : 'о', soft || vowelMix.test(stem) ? 'и' : 'ы'];
  switch (kind) {
    case 'masculine':
    case 'neuter': {
      const genitive = `${stem}${o}го`;
      return {
        gen: genitive,
        dat: `${stem}${o}му`,
        acc: animate && kind === 'masculine' ? genitive : word,
        ins: `${stem}${y}м`,
        pre: `${stem}${o}м`,
      };
    }
    case 'feminine': {
      const oblique = `${stem}${o}й`;
      const acc = word.endsWith('яя') ? `${stem}юю` : `${stem}ую`;
      return { gen: oblique, dat: oblique, acc, ins: oblique, pre: oblique };
    }
    case 'plural': {
      const genitive = `${stem}${y}х`;
      return {
        gen: genitive,
        dat: `${stem}${y}м`,
        acc: animate ? genitive : word,
        ins: `${stem}${y}ми`,
        pre: genitive,
      };
    }
    default:
      return kind satisfies never;
  }
}

function isSoft(word: string, stem: string): boolean {
  if (/(?:яя|ее)$/u.test(word)) return true;
  if (/(?:[нжшчщ]ий|[нжшчщ]ие)$/u.test(word)) return !/[гкх]$/u.test(stem);
  return /[жшчщ]ая$/u.test(word);
}
