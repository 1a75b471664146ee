import type { DatabaseSync } from 'node:sqlite';
import { type BuiltBlock, buildBlock, type Postings } from '../memory/sentence-block.ts';
import type { OpenBlock } from '../memory/sentence-index.ts';
import type { TokenLists } from '../memory/token-order.ts';
import { wordingOf } from '../text/wording.ts';
import type { EntryReader } from './sqlite-memory-entries.ts';
import { bytesIn, bytesOf, nextId, numberIn, numbersIn, textIn, unpackTokens } from './sqlite-memory-rows.ts';

/** The places in a block are kept in 16 bits. */
export const largestBlock = 65_536;
/** Blocks below this size are put together once there are many of them: each change of a master makes one. */
const smallBlock = 8192;
const mostSmallBlocks = 16;
/** The id of a posting is that of its token times this, and that of its block. */
const blocksAtMost = 2 ** 20;

/** Makes what opens the blocks of a language. What was read of a block is kept: blocks do not change, nor are their ids used again. */
export function blockOpener(database: DatabaseSync, entries: EntryReader): (language: string) => OpenBlock[] {
  const opened = new Map<number, OpenBlock>();
  const ids = database.prepare('SELECT id FROM block WHERE language = ?');
  const block = database.prepare('SELECT sentences, facts FROM block WHERE id = ?');
  const lists = postingLists(database);
  const sentence = database.prepare('SELECT text, tokens FROM sentence WHERE id = ?');
  const open = (id: number): OpenBlock => {
    const row = block.get(id);
    const sentences = numbersIn(row, 'sentences');
    return {
      facts: numbersIn(row, 'facts'),
      postings: (token) => lists.of(token, id),
      candidate(place) {
        const at = sentences[place] ?? 0;
        const found = sentence.get(at);
        return (
          found && {
            tokens: unpackTokens(bytesIn(found, 'tokens')),
            wording: () => wordingOf(textIn(found, 'text')),
            entries: entries.ofSentence(at),
          }
        );
      },
    };
  };
  return (language) => {
    lists.forget();
    return ids.all(language).map((row) => {
      const id = numberIn(row, 'id');
      const known = opened.get(id) ?? open(id);
      opened.set(id, known);
      return known;
    });
  };
}

/** Reads the postings of a token in all blocks at once, and keeps them until the next query. */
function postingLists(database: DatabaseSync) {
  const all = database.prepare('SELECT id, list FROM posting WHERE id BETWEEN ? AND ?');
  const read = new Map<number, ReadonlyMap<number, Postings>>();
  return {
    of(token: number, block: number): Postings | undefined {
      let ofToken = read.get(token);
      if (!ofToken) {
        const rows = all.all(postingId(token, 0), postingId(token, blocksAtMost - 1));
        ofToken = new Map(
          rows.map((row) => [numberIn(row, 'id') % blocksAtMost, postingsFrom(bytesIn(row, 'list'))]),
        );
        read.set(token, ofToken);
      }
      return ofToken.get(block);
    },
    forget: () => read.clear(),
  };
}

function postingId(token: number, block: number): number {
  return token * blocksAtMost + block;
}

/** Places in 16 bits each, and behind them as many ranks. */
function postingsFrom(list: Uint8Array): Postings {
  const count = list.length / 3;
  const bytes = list.slice();
  return {
    places: new Uint16Array(bytes.buffer, 0, count),
    ranks: new Uint8Array(bytes.buffer, count * 2),
    start: 0,
    end: count,
  };
}

/**
 * Writes a block of sentences of one language.
 *
 * @param block its id, which no block has had
 * @param ids the ids of the sentences in `lists`, at most {@link largestBlock}
 */
export function writeBlock(
  database: DatabaseSync,
  block: number,
  language: string,
  lists: TokenLists,
  ids: Int32Array,
): void {
  const built = buildBlock(lists);
  const sentences = built.order.map((sentence) => ids[sentence] ?? 0);
  database
    .prepare('INSERT INTO block (id, language, size, dead, sentences, facts) VALUES (?, ?, ?, 0, ?, ?)')
    .run(block, language, sentences.length, bytesOf(sentences), bytesOf(built.facts));
  const insert = database.prepare('INSERT INTO posting (id, list) VALUES (?, ?)');
  const listOf = listWriter(built);
  for (const token of built.tokens()) insert.run(postingId(token, block), listOf(token));
}

/** Makes what writes postings as {@link postingsFrom} reads them; a list is good until the next one. */
function listWriter(built: BuiltBlock): (token: number) => Uint8Array {
  const bytes = new Uint8Array(built.order.length * 3);
  const places = new Uint16Array(bytes.buffer, 0, built.order.length);
  return (token) => {
    const { places: all, ranks, start, end } = built.postings(token) ?? nothing;
    for (let at = start; at < end; at += 1) places[at - start] = all[at] ?? 0;
    bytes.set(ranks.subarray(start, end), (end - start) * 2);
    return bytes.subarray(0, (end - start) * 3);
  };
}

const nothing: Postings = { places: new Int32Array(0), ranks: new Uint8Array(0), start: 0, end: 0 };

/** Puts blocks together where there are many small ones, and makes those anew of which half the sentences are gone. */
export function tidyBlocks(database: DatabaseSync): void {
  const rows = database.prepare('SELECT id, language, size, dead FROM block').all();
  const languages = Map.groupBy(rows, (row) => textIn(row, 'language'));
  for (const [language, blocks] of languages) {
    const small = blocks.filter((row) => numberIn(row, 'size') < smallBlock);
    const worn = blocks.filter((row) => numberIn(row, 'dead') * 2 > numberIn(row, 'size'));
    const old = new Set(small.length > mostSmallBlocks ? [...small, ...worn] : worn);
    if (old.size > 0)
      remakeBlocks(
        database,
        language,
        [...old].map((row) => numberIn(row, 'id')),
      );
  }
}

function remakeBlocks(database: DatabaseSync, language: string, old: readonly number[]): void {
  const sentencesIn = database.prepare('SELECT sentences FROM block WHERE id = ?');
  const dropBlock = database.prepare('DELETE FROM block WHERE id = ?');
  const dropPostings = database.prepare(`DELETE FROM posting WHERE id % ${blocksAtMost} = ?`);
  const tokensOf = database.prepare('SELECT tokens FROM sentence WHERE id = ?');
  const move = database.prepare('UPDATE sentence SET block = ? WHERE id = ?');
  const living: { readonly id: number; readonly tokens: Int32Array }[] = [];
  for (const block of old) {
    for (const id of numbersIn(sentencesIn.get(block), 'sentences')) {
      const row = tokensOf.get(id);
      if (row) living.push({ id, tokens: unpackTokens(bytesIn(row, 'tokens')) });
    }
    dropBlock.run(block);
    dropPostings.run(block);
  }
  for (let from = 0; from < living.length; from += largestBlock) {
    const part = living.slice(from, from + largestBlock);
    const block = nextId(database, 'block');
    writeBlock(
      database,
      block,
      language,
      listsOf(part.map(({ tokens }) => tokens)),
      Int32Array.from(part, ({ id }) => id),
    );
    for (const { id } of part) move.run(block, id);
  }
}

function listsOf(sentences: readonly Int32Array[]): TokenLists {
  const offsets = new Int32Array(sentences.length + 1);
  for (const [at, { length }] of sentences.entries()) offsets[at + 1] = (offsets[at] ?? 0) + length;
  const tokens = new Int32Array(offsets.at(-1) ?? 0);
  for (const [at, sentence] of sentences.entries()) tokens.set(sentence, offsets[at]);
  return { tokens, offsets };
}
