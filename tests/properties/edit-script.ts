import fc from 'fast-check';

/** A story as desks edit it: paragraphs of sentences under a dateline. */
export type Story = readonly (readonly string[])[];

/** One edit, at a place that is counted around the story so that it is always there. */
export type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly ownParagraph: boolean }
  | { readonly kind: 'delete' | 'merge' | 'split'; readonly at: number }
  | { readonly kind: 'change'; readonly at: number; readonly how: 'word' | 'fact' | 'rest' }
  | { readonly kind: 'move'; readonly at: number; readonly to: number };

const at = fc.nat(40);

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at, ownParagraph: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'merge' as const, 'split' as const), at }),
  fc.record({ kind: fc.constant('change' as const), at, how: fc.constantFrom('word', 'fact', 'rest') }),
  fc.record({ kind: fc.constant('move' as const), at, to: at }),
);

/**
 * The story after its edits.
 *
 * @param turn makes what is put in unlike anything that was there before: a number for each version
 */
export function edited(story: Story, edits: readonly Edit[], turn: number): Story {
  let now = story.map((paragraph) => [...paragraph]);
  edits.forEach((one, nth) => {
    const places = now.flatMap((paragraph, row) => paragraph.map((_, column) => ({ row, column })));
    const place = places[one.at % Math.max(1, places.length)];
    const paragraph = place && now[place.row];
    const sentence = place && paragraph?.[place.column];
    if (!place || !paragraph || sentence === undefined) return;
    const { row, column } = place;
    // Letters alone: a fact that is changed must not make of one what another version puts in.
    const mark = String.fromCharCode(97 + (turn % 26), 97 + (nth % 26));
    switch (one.kind) {
      case 'insert': {
        const fresh = `La ligne ${mark} du dossier restait fermée dans la nuit.`;
        if (one.ownParagraph) now.splice(row, 0, [fresh]);
        else paragraph.splice(column, 0, fresh);
        break;
      }
      case 'delete':
        paragraph.splice(column, 1);
        break;
      case 'merge': {
        const next = paragraph[column + 1];
        if (next !== undefined) paragraph.splice(column, 2, `${sentence.replace(/[.!?]$/u, '')}, et ${next}`);
        break;
      }
      case 'split':
        paragraph.splice(
          column,
          1,
          ...sentence.split(/(?<=,) /u).map((part) => `${part.replace(/,$/u, '')}.`.replace('..', '.')),
        );
        break;
      case 'change':
        paragraph[column] = changed(sentence, one.how, mark);
        break;
      case 'move': {
        paragraph.splice(column, 1);
        now[one.to % now.length]?.push(sentence);
        break;
      }
      default:
        one satisfies never;
    }
    now = now.filter((sentences) => sentences.length > 0);
  });
  return now;
}

function changed(sentence: string, how: 'word' | 'fact' | 'rest', mark: string): string {
  if (how === 'word') return sentence.replace(/ /u, ` ${mark} `);
  if (how === 'rest') return `Le numéro ${mark} n’a plus rien de ce qui se disait ici.`;
  return sentence.replace(/\d+/u, (number) => String(Number(number) + 3));
}
