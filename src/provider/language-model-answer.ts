import * as v from 'valibot';
import { sameAsSource } from '../check/completeness.ts';
import { extraText } from '../check/extra-text.ts';
import { lengthRatio } from '../check/length.ts';
import { placeableChanged } from '../check/placeables.ts';
import { foreignScript } from '../check/scripts.ts';
import type { Unit } from '../model/draft.ts';
import { createTermbase } from '../termbase/termbase.ts';
import { wordsOf } from '../text/words.ts';
import { isXmlText } from '../xml/write.ts';
import { followsInstruction } from './followed-instruction.ts';
import { rulesFor } from './language-model-prompt.ts';
import { otherLanguageOf } from './language-of-text.ts';
import type { Refusal, RequestSegment, TranslationAnswer, TranslationRequest } from './provider.ts';

/** The checks of the house that tell whether an answer can be a translation at all. What the others find is for reviewers. */
const decisive = [sameAsSource, extraText, lengthRatio, foreignScript, placeableChanged];

/**
 * Reads what a language model said, and believes none of it: an answer counts where its id is there once and its text is one line that can be a
 * translation of that sentence. Everything else is refused with reasons that the model, and a person, can read. Ids that nobody asked for
 * are passed over, and so are words around the JSON.
 */
export function readAnswer(content: string, request: TranslationRequest): TranslationAnswer {
  const told = translationsIn(content);
  if (!told) {
    const reasons = ['the answer was not the one JSON object that was asked for'];
    // It is quoted once: with each segment it would fill the next request.
    const refused = request.segments.map(({ id }, at) => ({
      id,
      text: at === 0 ? content.slice(0, longestQuote) : '',
      reasons,
    }));
    return { translations: [], refused };
  }
  const byId = new Map<string, string[]>();
  for (const { id, text } of told) byId.set(id, [...(byId.get(id) ?? []), text]);
  const repeated = repeatedTexts(request.segments, byId);
  const refused: Refusal[] = [];
  const translations = request.segments.flatMap(({ id, text: source }) => {
    const [text, ...more] = byId.get(id) ?? [];
    const reasons =
      text === undefined
        ? ['the answer left it out']
        : more.length > 0
          ? [`the answer had it ${more.length + 1} times`]
          : reasonsAgainst(text, source, request, repeated);
    if (text !== undefined && reasons.length === 0) return [{ id, text }];
    refused.push({ id, text: text?.slice(0, longestQuote) ?? '', reasons });
    return [];
  });
  return refused.length === 0 ? { translations } : { translations, refused };
}

/** In UTF-16 units: enough to see what an answer was. */
const longestQuote = 1000;

const shape = v.object({ translations: v.array(v.object({ id: v.string(), text: v.string() })) });

function translationsIn(content: string): v.InferOutput<typeof shape>['translations'] | undefined {
  const json = onlyObjectIn(content);
  if (json === undefined) return undefined;
  try {
    const result = v.safeParse(shape, JSON.parse(json));
    return result.success ? result.output.translations : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The one object in braces in a text, whatever a model says around it; what it thought aloud before does not count. Undefined where
 * there is none, or a second one that may be meant in its place.
 */
function onlyObjectIn(content: string): string | undefined {
  const thought = content.lastIndexOf('</think>');
  const said = thought < 0 ? content : content.slice(thought + '</think>'.length);
  const start = said.indexOf('{');
  const end = start < 0 ? -1 : endOfObject(said, start);
  return end < 0 || said.includes('{', end) ? undefined : said.slice(start, end);
}

/** Where the object that begins at `start` ends; -1 where it does not. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth += 1;
    else if (!quoted && character === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function reasonsAgainst(
  text: string,
  source: string,
  { source: from, target: to }: TranslationRequest,
  repeated: ReadonlySet<string>,
): readonly string[] {
  if (text.trim() === '') return ['it is empty'];
  if (!isXmlText(text)) return ['it has control characters'];
  // The check of lengths leaves short sentences alone, and a text without end is not worth reading.
  if (text.length > 3 * source.length + 80) return ['it is far longer than a translation can be'];
  const reasons: string[] = [];
  if (/[\r\n]/u.test(text.trim()) && !/[\r\n]/u.test(source)) reasons.push('it is more than one line');
  const unit = unitOf(source, text.trim());
  const context = { source: from, target: to, termbase: noTerms };
  for (const check of decisive) reasons.push(...check.run(unit, context).map(({ message }) => message));
  const language = otherLanguageOf(text, to);
  if (language !== undefined) reasons.push(`it is in ${language}, not in ${to}`);
  if (repeated.has(text.trim())) reasons.push('another sentence has the same answer');
  if (dressing.test(text) && !dressing.test(source))
    reasons.push('it has marks of layout that the source has not');
  if (repeatsRules(text, source, from, to)) reasons.push('it repeats the rules and translates nothing');
  if (followsInstruction(source, text, to)) {
    reasons.push(
      'the sentence is to be translated, not followed: it speaks of instructions, and the answer does not',
    );
  }
  return reasons;
}

const noTerms = createTermbase([]);

/** A machine's draft of one sentence, as the checks read it. */
function unitOf(source: string, text: string): Unit {
  const provenance = { origin: { kind: 'machine', provider: 'language-model' }, steps: [] } as const;
  return {
    segment: { id: 's', spans: [], text: source },
    target: { state: 'drafted', text, provenance },
    matches: [],
    terms: [],
    issues: [],
  };
}

/** Markdown and fences. */
const dressing = /```|\*\*|^#{1,6} |^\s{0,3}[-*] (?=\p{L})/mu;

/** Texts that answer two sentences which say different things; short ones, names and scores, may well be alike. */
function repeatedTexts(
  segments: readonly RequestSegment[],
  byId: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { id } of segments) {
    const text = byId.get(id)?.[0]?.trim() ?? '';
    if (wordsOf(text).length >= fewestRepeated) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text));
}

const fewestRepeated = 4;

/** Words of the rules in a row that no translation has by chance. */
const runOfRules = 7;

function repeatsRules(text: string, source: string, from: string, to: string): boolean {
  const rules = ` ${plain(rulesFor({ source: from, target: to }).join(' '))} `;
  const words = plain(text).split(' ');
  if (words.length < runOfRules || plain(source).includes(plain(text))) return false;
  return words.some((_, at) => {
    const run = words.slice(at, at + runOfRules);
    return run.length === runOfRules && rules.includes(` ${run.join(' ')} `);
  });
}

function plain(text: string): string {
  return wordsOf(text)
    .map((word) => word.text.toLowerCase())
    .join(' ');
}
