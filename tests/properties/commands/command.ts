import fc from 'fast-check';
import { type Profile, profiles } from '../../../src/model/draft.ts';
import { type Damage, damages, ruins } from '../../review/tool-damage.ts';
import { type Conditions, conditions } from '../newsroom.ts';
import type { Level } from './ledger.ts';
import { type Change, change } from './wording.ts';

/** What a person does to one segment, before it is known which; edits get words that nobody else has. */
export type Move =
  | { readonly kind: 'edit'; readonly words: string; readonly says: 'nothing' | 'translated' | 'needs work' }
  | { readonly kind: 'accept'; readonly says: Level }
  | { readonly kind: 'mark' | 'clear' | 'put first' }
  /** With words of the person's own for both, or without. */
  | { readonly kind: 'join'; readonly words?: string | undefined }
  | { readonly kind: 'split'; readonly words: number };

/** Moves by the place of their segment, which wraps around. */
export type Moves = readonly (readonly [number, Move])[];

/** One thing that happens in a newsroom. */
export type Command =
  | { readonly do: 'reword'; readonly changes: readonly Change[] }
  | { readonly do: 'translate'; readonly conditions: Conditions }
  | { readonly do: 'edit by hand'; readonly moves: Moves; readonly damages: readonly Damage[] }
  | { readonly do: 'export'; readonly profile: Profile }
  | {
      readonly do: 'work in a tool';
      readonly parcel: number;
      readonly moves: Moves;
      readonly damages: readonly Damage[];
      /** A name that is replaced wherever it stands. */
      readonly replaces?: readonly [string, string] | undefined;
    }
  | {
      readonly do: 'import';
      readonly parcel: number;
      /** Another one, in the same folder. */
      readonly with?: number | undefined;
      readonly as?: Level | undefined;
      readonly by?: string | undefined;
      readonly prefer?: 'theirs' | 'ours' | undefined;
    }
  | { readonly do: 'accept'; readonly places: readonly number[]; readonly as: Level; readonly by: string }
  | { readonly do: 'fork' | 'switch' | 'join' | 'look' };

const level = fc.constantFrom('translated' as const, 'reviewed' as const, 'final' as const);
const words = fc.constantFrom(
  'Anne King was in Brest.',
  'Anne Roy,\u00a0in\u202fBrest, paid 30\u00a0000 euros.',
  'La préfète & <b>{{x}}</b> ]]>',
  'آن روا في بريست',
);
const edit = fc.record({
  kind: fc.constant('edit' as const),
  words,
  says: fc.constantFrom('nothing' as const, 'translated' as const, 'needs work' as const),
});
const handMove: fc.Arbitrary<Move> = fc.oneof(
  { arbitrary: edit, weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('accept' as const), says: level }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constantFrom('mark', 'clear', 'put first') }), weight: 1 },
);
const toolMove: fc.Arbitrary<Move> = fc.oneof(
  { arbitrary: handMove, weight: 8 },
  {
    arbitrary: fc.record({ kind: fc.constant('join' as const), words: fc.option(words, { nil: undefined }) }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ kind: fc.constant('split' as const), words: fc.integer({ min: 1, max: 4 }) }),
    weight: 1,
  },
);
const moves = (move: fc.Arbitrary<Move>): fc.Arbitrary<Moves> =>
  fc.array(fc.tuple(fc.nat(12), move), { minLength: 1, maxLength: 4 });
const damaged = fc.oneof(
  { arbitrary: fc.subarray<Damage>([...damages], { maxLength: 6 }), weight: 40 },
  { arbitrary: fc.subarray<Damage>([...ruins], { minLength: 1, maxLength: 1 }), weight: 1 },
);
const parcel = fc.nat(5);

const reword: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('reword' as const),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
});
const translate: fc.Arbitrary<Command> = fc.record({ do: fc.constant('translate' as const), conditions });
const editByHand: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('edit by hand' as const),
  moves: moves(handMove),
  damages: fc.subarray(['writes CRLF', 'loses inline marks', 'adds notes', 'escapes >'] as const),
});
const accept: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('accept' as const),
  places: fc.array(fc.nat(12), { maxLength: 3 }),
  as: level,
  by: fc.constantFrom('Ada', 'Ben'),
});
const exported: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('export' as const),
  profile: fc.constantFrom(...profiles),
});
const workInTool: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('work in a tool' as const),
  parcel,
  moves: moves(toolMove),
  damages: damaged,
  replaces: fc.option(fc.constantFrom(['King', 'Queen'] as const, ['Roy', 'Reine'] as const), {
    nil: undefined,
    freq: 5,
  }),
});
const bringHome: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('import' as const),
  parcel,
  with: fc.option(parcel, { nil: undefined, freq: 2 }),
  as: fc.option(level, { nil: undefined }),
  by: fc.option(fc.constantFrom('Ben', 'Eve'), { nil: undefined }),
  prefer: fc.option(fc.constantFrom('theirs' as const, 'ours' as const), { nil: undefined, freq: 2 }),
});
const only = (done: 'fork' | 'switch' | 'join' | 'look'): fc.Arbitrary<Command> => fc.constant({ do: done });
const some = (of: fc.Arbitrary<Command>, least: number, most: number) =>
  fc.array(of, { minLength: least, maxLength: most });
const atHome = fc.oneof(reword, translate, editByHand, accept);
const anything = fc.oneof(
  atHome,
  exported,
  workInTool,
  bringHome,
  only('switch'),
  only('join'),
  only('look'),
);

/** What belongs together often enough to be worth its own weight: a file that goes out and comes home, and two branches. */
const errand = fc.tuple(
  exported,
  workInTool,
  some(atHome, 0, 2),
  some(fc.oneof(bringHome, workInTool), 0, 1),
  bringHome,
);
const work = fc.oneof(editByHand, accept);
const branches = fc.tuple(
  only('fork'),
  some(anything, 0, 2),
  some(work, 1, 2),
  only('switch'),
  some(atHome, 0, 2),
  some(work, 1, 2),
  only('join'),
);

/** A day in a newsroom: any commands in any order. */
export const commands: fc.Arbitrary<readonly Command[]> = fc
  .array(
    fc.oneof(
      { arbitrary: some(anything, 1, 1), weight: 4 },
      { arbitrary: errand.map((parts) => parts.flat()), weight: 4 },
      { arbitrary: branches.map((parts) => parts.flat()), weight: 1 },
    ),
    { minLength: 1, maxLength: 4, size: 'max' },
  )
  .map((parts) => parts.flat());
