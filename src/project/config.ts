import { join } from 'node:path';
import type { DocumentNode, ValueNode } from '@humanwhocodes/momoa';
import type { BaseIssue } from 'valibot';
import { DepecheError } from '../model/errors.ts';
import type { Price } from '../provider/tariff.ts';
import type { Config } from './config-schema.ts';
import { readTextIfThere } from './files.ts';

export type { Config } from './config-schema.ts';

export const configFile = 'depeche.config.json';

/**
 * Reads the configuration of the project in `root`; comments are allowed. A folder without one gets the defaults.
 *
 * @throws DepecheError `config`, with line and column, for JSON that does not parse and for every key or value that does not hold;
 * `unreadable` for a file that cannot be read
 */
export async function readConfig(root: string): Promise<Config> {
  return parseConfig((await readTextIfThere(join(root, configFile), configFile)) ?? '{}');
}

/**
 * Reads the text of a configuration, JSON with comments, with what is left out as it is by default.
 *
 * @throws DepecheError `config`, with line and column, for what is no JSON, unknown, or not as the schema has it
 */
export async function parseConfig(text: string): Promise<Config> {
  const [{ parse, evaluate }, { safeParse }, { configSchema }] = await Promise.all([
    import('@humanwhocodes/momoa'),
    import('valibot'),
    import('./config-schema.ts'),
  ]);
  const tree = parseJson(parse, text);
  if (tree.body.type !== 'Object') {
    throw new DepecheError('config', 'must be an object in braces', {
      place: { file: configFile, line: 1, column: 1 },
    });
  }
  const refused = (path: readonly unknown[], message: string): DepecheError => {
    const { line, column } = nodeAt(tree.body, path).loc.start;
    return new DepecheError('config', path.length === 0 ? message : `${path.join('.')}: ${message}`, {
      place: { file: configFile, line, column },
    });
  };
  const result = safeParse(configSchema, evaluate(tree));
  if (!result.success) {
    const [issue] = result.issues;
    throw refused(
      (issue.path ?? []).map((step) => step.key),
      messageOf(issue),
    );
  }
  const { source, targets } = result.output;
  targets.forEach((target, index) => {
    if (target === source) throw refused(['targets', index], `“${target}” is the source language`);
    if (targets.indexOf(target) < index) throw refused(['targets', index], `“${target}” is there twice`);
  });
  const unpriced = unpricedBudget(result.output);
  if (unpriced) throw refused(unpriced.path, unpriced.message);
  return result.output;
}

/** A budget in money of a provider whose price is not known could never be kept. */
function unpricedBudget({ budget, providers }: Config) {
  for (const [provider, limits] of Object.entries(budget)) {
    if (priceIn(providers, provider)) continue;
    const limit = (['costPerRun', 'costPerMonth'] as const).find((key) => limits[key] !== undefined);
    if (limit === undefined) continue;
    const shape = priceShapes.get(provider);
    const message =
      shape === undefined
        ? `${provider} costs nothing`
        : `what ${provider} costs is not known: "providers": {"${provider}": {"price": ${shape}}}`;
    return { path: ['budget', provider, limit], message };
  }
  return undefined;
}

const priceShapes: ReadonlyMap<string, string> = new Map([
  ['deepl', '{"characters": …}'],
  ['language-model', '{"input": …, "output": …}'],
]);

/** What a million characters, or tokens, of a provider cost; undefined where that is not known, or nothing. */
export function priceIn(providers: Config['providers'], provider: string): Price | undefined {
  const settings = new Map(Object.entries(providers)).get(provider);
  return settings && 'price' in settings ? settings.price : undefined;
}

/** What valibot says of a type, in words for people who write configurations. */
function messageOf({ expected, received, message }: BaseIssue<unknown>): string {
  if (expected === 'never') return 'there is no such key';
  if (expected === null || !message.startsWith('Invalid type')) return message;
  const wanted = expected.replaceAll(/[()]/gu, '').replaceAll(' | ', ', ');
  return `must be ${typeNames.get(wanted) ?? `one of ${wanted}`}, not ${typeNames.get(received) ?? received}`;
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['Array', 'a list'],
  ['Object', 'an object in braces'],
  ['string', 'a text'],
  ['number', 'a number'],
]);

function parseJson(parse: typeof import('@humanwhocodes/momoa').parse, text: string): DocumentNode {
  try {
    return parse(text, { mode: 'jsonc', allowTrailingCommas: true });
  } catch (cause) {
    const place = { file: configFile, ...placeOf(cause) };
    const reason = cause instanceof Error ? cause.message.replace(/ ?\(\d+:\d+\)$/u, '') : String(cause);
    throw new DepecheError('config', `is not valid JSON: ${reason}`, { cause, place });
  }
}

function placeOf(error: unknown): { line?: number; column?: number } {
  if (!(error instanceof Error)) return {};
  const found = /\((?<line>\d+):(?<column>\d+)\)$/u.exec(error.message)?.groups;
  return found ? { line: Number(found.line), column: Number(found.column) } : {};
}

/** The deepest node on the path that is there. */
function nodeAt(node: ValueNode, path: readonly unknown[]): ValueNode {
  const [step, ...rest] = path;
  if (node.type === 'Object') {
    const member = node.members.find(
      ({ name }) => (name.type === 'String' ? name.value : name.name) === step,
    );
    return member ? nodeAt(member.value, rest) : node;
  }
  if (node.type === 'Array' && typeof step === 'number') {
    const item = node.elements[step];
    return item ? nodeAt(item.value, rest) : node;
  }
  return node;
}
