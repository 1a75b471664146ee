import type { ValueNode } from '@humanwhocodes/momoa';
import { DepecheError } from '../../model/errors.ts';
import { parseJson } from '../../text/parse-json.ts';

/**
 * JSON as a file has it: members in their order, whatever their names (`10`, `__proto__`), and numbers as they are written.
 * An i18next resource is such an object.
 */
export type JsonNode =
  | { readonly kind: 'text'; readonly text: string }
  /** A number, a boolean or null, as it is written. */
  | { readonly kind: 'other'; readonly json: string }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | JsonObject;

export type JsonObject = { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> };

/** Where a node stands: names of members and indices of items, from the root on. */
export type Path = readonly (string | number)[];

/** How a file is laid out, so that it can be written again with small differences. */
export type JsonLayout = { readonly indent: string; readonly finalNewline: boolean };

/**
 * Reads a file of app strings. A byte order mark is tolerated, comments are not.
 *
 * @throws DepecheError `invalid`, with file, line and column, for what is no JSON, for a root that is no object, for a key that stands
 *   there twice, and for nesting deeper than 64
 */
export function readJson(written: string, file: string): JsonObject {
  const text = written.replace(/^\ufeff/u, '');
  const refuse = (message: string, line: number, column: number): never => {
    throw new DepecheError('invalid', message, { place: { file, line, column } });
  };
  const nodeOf = (value: ValueNode): JsonNode => {
    switch (value.type) {
      case 'String':
        return { kind: 'text', text: value.value };
      case 'Array':
        return { kind: 'list', items: value.elements.map((item) => nodeOf(item.value)) };
      case 'Object': {
        const members = new Map<string, JsonNode>();
        for (const member of value.members) {
          const name = member.name.type === 'String' ? member.name.value : member.name.name;
          const { line, column } = member.loc.start;
          if (members.has(name)) refuse(`the key “${name}” stands there twice`, line, column);
          members.set(name, nodeOf(member.value));
        }
        return { kind: 'object', members };
      }
      default:
        return { kind: 'other', json: text.slice(value.loc.start.offset, value.loc.end.offset) };
    }
  };
  const root = nodeOf(parseJson(text, refuse));
  return root.kind === 'object' ? root : refuse('app strings are an object in braces', 1, 1);
}

/** The layout of a file; two blanks and a newline at the end where there is nothing to see. */
export function layoutOf(text: string | undefined): JsonLayout {
  const indent = /^[ \t]+(?=")/mu.exec(text ?? '')?.[0] ?? '  ';
  return { indent, finalNewline: text === undefined || text.endsWith('\n') };
}

/** Writes JSON, each member and item on a line of its own. */
export function writeJson(value: JsonNode, { indent, finalNewline }: JsonLayout): string {
  return `${render(value, indent, '')}${finalNewline ? '\n' : ''}`;
}

function render(value: JsonNode, indent: string, margin: string): string {
  const inner = margin + indent;
  const lines = (parts: readonly string[], [open, close]: readonly [string, string]): string =>
    parts.length === 0
      ? `${open}${close}`
      : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${margin}${close}`;
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text);
    case 'other':
      return value.json;
    case 'list':
      return lines(
        value.items.map((item) => render(item, indent, inner)),
        ['[', ']'],
      );
    case 'object':
      return lines(
        Array.from(
          value.members,
          ([name, member]) => `${JSON.stringify(name)}: ${render(member, indent, inner)}`,
        ),
        ['{', '}'],
      );
    default:
      return value satisfies never;
  }
}

/** The node at a path, where there is one. */
export function nodeAt(root: JsonNode | undefined, path: Path): JsonNode | undefined {
  let node = root;
  for (const step of path) {
    if (node?.kind === 'object' && typeof step === 'string') node = node.members.get(step);
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step];
    else return undefined;
  }
  return node;
}
