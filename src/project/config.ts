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
  const [{ parse, evaluate }, { configSchema }] = await Promise.all([
    import('@humanwhocodes/momoa'),
    import('./config-schema.ts'),
  ]);
  const tree = parseJson(parse, text);
  const result = configSchema.safeParse(evaluate(tree));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path =
    issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  const { line, column } = nodeAt(tree.body, path).loc.start;
  const what = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new DepecheError('config', `${what}${issue?.message ?? 'does not hold'}`, {
    place: { file: configFile, line, column },
  });
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
function nodeAt(node: ValueNode, path: readonly PropertyKey[]): ValueNode {
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
