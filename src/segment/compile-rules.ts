import type { SrxRule } from './srx.ts';
import { forWesternText, isWestern } from './western.ts';

/** A place at which some rule would cut, and the first rule that matches there: it cuts, or it is an exception. */
export type Decision = { readonly at: number; readonly rule: SrxRule };

/** Rules made ready to run. */
export type CompiledRules = {
  /** The places in a text at which some rule would cut, in order. */
  decisions(text: string): Iterable<Decision>;
  /** The first rule that would cut at a place if there were no exceptions. */
  cuttingAt(text: string, at: number): SrxRule | undefined;
};

/** Makes rules ready to run, in the order given. */
export function compileRules(rules: readonly SrxRule[]): CompiledRules {
  const breaking = rules.filter((rule) => rule.breaks);
  const scan = (pattern: (source: string) => string) => ({
    anyBreak: anyPlaceOf(breaking, pattern),
    decide: firstOf(rules, pattern),
  });
  /** Made when somebody asks: reading expressions of this size takes milliseconds. */
  let western: ReturnType<typeof scan> | undefined;
  let universal: ReturnType<typeof scan> | undefined;
  let cutting: ReturnType<typeof firstOf> | undefined;
  const scanFor = (text: string) => {
    if (isWestern(text)) {
      western ??= scan(forWesternText);
      return western;
    }
    universal ??= scan(asItIs);
    return universal;
  };
  return {
    *decisions(text) {
      const { anyBreak, decide } = scanFor(text);
      if (anyBreak === undefined) return;
      anyBreak.lastIndex = behind(text, 0);
      while (anyBreak.test(text) && anyBreak.lastIndex < text.length) {
        const at = anyBreak.lastIndex;
        const rule = decide(text, at);
        if (rule) yield { at, rule };
        anyBreak.lastIndex = behind(text, at);
      }
    },
    cuttingAt(text, at) {
      cutting ??= firstOf(breaking, asItIs);
      return cutting(text, at);
    },
  };
}

function asItIs(pattern: string): string {
  return pattern;
}

/** Finds the first rule that matches at a place. All are one expression, each with an empty group behind it: asking them singly costs far more. */
function firstOf(
  rules: readonly SrxRule[],
  pattern: (source: string) => string,
): (text: string, at: number) => SrxRule | undefined {
  const all = new RegExp(pattern(rules.map((rule) => `${placeOf(rule)}()`).join('|')), 'yv');
  return (text, at) => {
    all.lastIndex = at;
    const found = all.exec(text);
    return found ? rules[found.indexOf('', 1) - 1] : undefined;
  };
}

/** Where the next character begins. */
function behind(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** The places of all rules together. Those that want a blank behind them are asked only where there is one: most of a text is letters. */
function anyPlaceOf(rules: readonly SrxRule[], pattern: (source: string) => string): RegExp | undefined {
  if (rules.length === 0) return undefined;
  const before = rules.filter((rule) => wantsBlank(rule.after)).map(placeOf);
  const anywhere = rules.filter((rule) => !wantsBlank(rule.after)).map(placeOf);
  const places = [...(before.length > 0 ? [`(?=\\s)(?:${before.join('|')})`] : []), ...anywhere];
  return new RegExp(pattern(places.join('|')), 'gv');
}

/** Whether what a pattern matches surely begins with a blank. */
function wantsBlank(pattern: string): boolean {
  return /^(?:\\s|\[\\t\\p\{Zs\}\])(?![*?]|\{0)/u.test(pattern) && !hasAlternatives(pattern);
}

/** Whether there is a `|` outside all groups. */
function hasAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const [character] of pattern.matchAll(/\\[\s\S]|[()[\]|]/gu)) {
    if (character === '|' && depth === 0) return true;
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
  }
  return false;
}

/** A place, of no width, that has what a rule wants on both sides. */
function placeOf({ before, after }: SrxRule): string {
  return `${before === '' ? '' : `(?<=${before})`}${after === '' ? '' : `(?=${after})`}`;
}
