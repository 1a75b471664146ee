/** What i18next would fill, run or wrap: `{{name}}`, `$t(key)`, and the tags of its components (`<1>…</1>`, `<br/>`). */
const pattern =
  /\{\{(?<variable>[^{}]{1,500})\}\}|\$t\((?<key>[^()]{1,500})\)|<(?<tag>\/?[A-Za-z0-9]{1,50})(?:[\s/][^<>]{0,500})?>/gu;

/**
 * The placeholders of a text by what they stand for, with how often. Formats may differ between languages (`{{n, number}}`) and a
 * sign against escaping too (`{{- n}}`); names may not.
 */
export function placeholdersIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { 0: written, groups } of text.matchAll(pattern)) {
    const { variable, key, tag } = groups ?? {};
    const name =
      variable !== undefined
        ? `{{${variable.replace(/^\s*-/u, '').split(',', 1)[0]?.trim() ?? ''}}}`
        : key !== undefined
          ? `$t(${key.split(',', 1)[0]?.trim() ?? ''})`
          : `<${tag ?? ''}${written.endsWith('/>') ? '/' : ''}>`;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

/** What differs between the placeholders of a source and its translation. */
export type PlaceholderDamage = { readonly missing: readonly string[]; readonly added: readonly string[] };

/**
 * Compares placeholders; order does not matter.
 *
 * @param counted given for a form of a plural: `{{count}}` is always at hand there, and `omissible` says that the form is of one number
 *   alone, which may be written out
 */
export function placeholderDamage(
  source: string,
  target: string,
  counted?: { readonly omissible: boolean },
): PlaceholderDamage | undefined {
  const before = placeholdersIn(source);
  const after = placeholdersIn(target);
  const isFree = (name: string) => counted !== undefined && name === '{{count}}';
  const missing = [...before].filter(([name, count]) => {
    const left = after.get(name) ?? 0;
    return isFree(name) ? left === 0 && counted?.omissible !== true : left < count;
  });
  const added = [...after].filter(([name, count]) => !isFree(name) && count > (before.get(name) ?? 0));
  if (missing.length === 0 && added.length === 0) return undefined;
  return { missing: missing.map(([name]) => name), added: added.map(([name]) => name) };
}
