import type { XmlElement } from '../../src/xml/node.ts';

export type TreeContent = {
  readonly name: string;
  readonly uri: string;
  readonly attributes: unknown;
  readonly children: readonly (TreeContent | string)[];
};

/** What a tree says, without the places it says it in; texts that came in pieces are one. */
export function contentOf({ name, uri, attributes, children }: XmlElement): TreeContent {
  const joined: (TreeContent | string)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.kind === 'element') joined.push(contentOf(child));
    else if (typeof last === 'string') joined[joined.length - 1] = last + child.text;
    else joined.push(child.text);
  }
  return { name, uri, attributes, children: joined };
}
