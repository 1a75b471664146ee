import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { FileRecord } from '../context.ts';
import { checkUnique } from '../core/identifiers.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

type Languages = { readonly sourceLanguage: string | undefined; readonly targetLanguage: string | undefined };

/** The rules of the Resource Data module, for one `<res:resourceData>`. */
export function checkResourceData(
  data: XmlElement,
  file: FileRecord,
  languages: Languages,
  report: Report,
): void {
  const items = childrenOf(data, 'resourceItem', data.uri);
  const references = childrenOf(data, 'resourceItemRef', data.uri);
  checkUnique([...references, ...items], 'resource-id-unique', 'this resource data', report);
  file.resourceReferences.push(...references);
  for (const item of items) {
    const id = attributeOf(item, 'id');
    if (id !== undefined) file.resources.add(id);
    checkItem(item, languages, report);
  }
}

function checkItem(item: XmlElement, { sourceLanguage, targetLanguage }: Languages, report: Report): void {
  const children = childrenOf(item);
  if (children.length === 0) {
    report.add(
      'resource-empty',
      item,
      'a resource item has a <source>, a <target> or a <reference>: add one',
    );
  }
  const texts = children.filter(({ local }) => local === 'source' || local === 'target');
  const embedded = texts.filter((text) => childrenOf(text).length > 0);
  if (attributeOf(item, 'mimeType') === undefined && embedded.length < texts.length) {
    const message = 'a resource item whose <source> or <target> is empty needs mimeType: add it';
    report.add('resource-mime-type', item, message);
  }
  for (const text of texts) {
    const hasLink = attributeOf(text, 'href') !== undefined;
    if (hasLink === text.children.length > 0) {
      const message = hasLink ? 'has href, so it must be empty' : 'is empty, so it needs href';
      report.add('resource-link-or-content', text, `<${text.name}> ${message}: correct one of them`);
    }
    const language = attributeOf(text, 'lang', namespaces.xml);
    const wanted = text.local === 'source' ? sourceLanguage : targetLanguage;
    if (language === undefined || language.toLowerCase() === wanted?.toLowerCase()) continue;
    const message = `xml:lang=${quoted(language)} must be the language of the document, ${quoted(wanted ?? 'none')}`;
    report.add('resource-language', text, message);
  }
}

/** At the end of a file: every reference must name a resource item in it. */
export function checkResourceReferences({ resources, resourceReferences }: FileRecord, report: Report): void {
  for (const reference of resourceReferences) {
    const id = attributeOf(reference, 'ref');
    if (id === undefined || resources.has(id)) continue;
    const message = `ref=${quoted(id)} is no resource item of this <file>: add it to the resource data there, or correct the id`;
    report.add('resource-ref', reference, message);
  }
}
