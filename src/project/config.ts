import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentNode, ValueNode } from '@humanwhocodes/momoa';
import { DepecheError } from '../model/errors.ts';
import type { Config } from './config-schema.ts';
import { errorCodeOf } from './files.ts';

export type { Config } from './config-schema.ts';

export const configFile = 'depeche.config.json';

/**
 * Reads the configuration of the project in `root`; comments are allowed. A folder without one gets the defaults.
 *
 * @throws DepecheError `config`, with line and column, for JSON that does not parse and for every key or value that does not hold
 */
export async function readConfig(root: string): Promise<Config> {
  let text = '{}';
  try {
    text = await readFile(join(root, configFile), 'utf8');
  } catch (cause) {
    if (errorCodeOf(cause) !== 'ENOENT') {
      throw new DepecheError('config', 'cannot be read', { cause, place: { file: configFile } });
    }
  }
  return parseConfig(text);
}

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
  const result = safeParse(configSchema, evaluate(tree));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = (issue.path ?? []).map((step) => step.key);
  const { line, column } = nodeAt(tree.body, path).loc.start;
  const what = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new DepecheError('config', `${what}${issue.message}`, { place: { file: configFile, line, column } });
}

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
