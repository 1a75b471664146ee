import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The links of a page of Markdown, given by its path, that lead to no file or heading; those that begin with http are not followed. */
export function brokenLinks(page: string): string[] {
  const links = Array.from(prose(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/gu), ([, link = '']) => link);
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : resolve(dirname(page), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
}

/** A page without what stands in fences and between backticks, where brackets are no links. */
function prose(page: string): string {
  return readFileSync(page, 'utf8').replace(/^\s*```.*?^\s*```$|`[^`\n]*`/gmsu, (code) =>
    code.startsWith('`') && !code.startsWith('```') ? code.replace(/[[\]]/gu, ' ') : '',
  );
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = prose(page).matchAll(/^#{1,6} (.+)$/gmu);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
