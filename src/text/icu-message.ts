/** A `{name, plural, …}`, `{name, select, …}` or `{name, selectordinal, …}` of a message, and the names of its branches. */
export type IcuArgument = {
  readonly name: string;
  readonly kind: 'plural' | 'select' | 'selectordinal';
  readonly branches: readonly string[];
};

/** The arguments of a message that branch, the outer ones first; `broken` says why it cannot be read. */
export type IcuMessage = { readonly arguments: readonly IcuArgument[]; readonly broken?: string };

/**
 * Reads the structure of an ICU message (the syntax of `MessageFormat`). What stands in plain braces is left alone; `'{'` is a brace that
 * means itself. One pass over the text, at most 32 levels deep.
 */
export function readIcu(text: string): IcuMessage {
  const found: { name: string; kind: IcuArgument['kind']; branches: string[] }[] = [];
  /** What is open: a plain brace, an argument that waits for branches, or the text of a branch. */
  const open: { is: 'plain' | 'branch' | 'argument'; branches?: string[] }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const inner = open.at(-1);
    if (sign === "'" && /[{}']/u.test(text[at + 1] ?? '')) {
      const end = text[at + 1] === "'" ? at + 1 : text.indexOf("'", at + 1);
      if (end === -1) return { arguments: found };
      at = end;
    } else if (sign === '{' && inner?.is === 'argument') {
      open.push({ is: 'branch' });
    } else if (sign === '{') {
      const head = argumentHead.exec(text.slice(at, at + 160));
      const [whole = '', name = '', kind] = head ?? [];
      if (kind === 'plural' || kind === 'select' || kind === 'selectordinal') {
        const branches: string[] = [];
        found.push({ name, kind, branches });
        open.push({ is: 'argument', branches });
        at += whole.length - 1;
      } else {
        open.push({ is: 'plain' });
      }
    } else if (sign === '}') {
      if (!open.pop()) return { arguments: found, broken: 'a “}” closes nothing' };
    } else if (inner?.is === 'argument' && /\S/u.test(sign ?? '')) {
      const branch = branchName.exec(text.slice(at, at + 80))?.[0];
      if (branch === undefined)
        return { arguments: found, broken: `“${text.slice(at, at + 12)}” where a branch should be` };
      if (!branch.startsWith('offset:')) inner.branches?.push(branch.trimEnd());
      at += branch.length - 1;
    }
    if (open.length > 32) return { arguments: found, broken: 'more than 32 braces within each other' };
  }
  return open.length > 0 ? { arguments: found, broken: 'a “{” is not closed' } : { arguments: found };
}

const argumentHead = /^\{\s{0,9}([\w.]{1,60})\s{0,9},\s{0,9}(plural|selectordinal|select)\s{0,9},/u;
const branchName = /^(?:offset:\d{1,6}|=\d{1,9}|[\p{L}_][\p{L}\p{N}_-]{0,60})\s{0,9}/u;
