import type { AcceptedFinding } from '../model/accepted-finding.ts';
import { isFilled, type Target } from '../model/draft.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import type { Markup } from '../xml/write.ts';
import { meta, metaGroup, metasOf, required } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { textHash } from './segment-record.ts';

const acceptedCategory = 'depeche:accepted';

/**
 * Findings that people have accepted, a group for each inside that of the segment. Those that were given for other words than the target
 * has are left out, so none comes back when somebody undoes an edit.
 */
export function acceptedGroups(
  accepted: readonly AcceptedFinding[] | undefined,
  target: Target,
): readonly Markup[] {
  if (!accepted || !isFilled(target)) return [];
  const words = textHash(target.text);
  return accepted
    .filter((one) => one.words === words)
    .map(({ check, finding, by, at }) =>
      metaGroup({ category: acceptedCategory }, [
        meta('check', check),
        meta('finding', finding),
        meta('by', by),
        ...(at === undefined ? [] : [meta('at', at)]),
      ]),
    );
}

/**
 * Reads what {@link acceptedGroups} wrote; nothing where the words have been edited since.
 *
 * @param record the group of the segment, with the hash of the words that its target had
 * @throws DepecheError `invalid` where an acceptance is not complete
 */
export function readAccepted(record: XmlElement, target: Target): readonly AcceptedFinding[] {
  if (!isFilled(target)) return [];
  const words = textHash(target.text);
  if (metasOf(record).get('target-hash') !== words) return [];
  return childrenOf(record, 'metaGroup', namespaces.metadata)
    .filter((group) => attributeOf(group, 'category') === acceptedCategory)
    .map((group): AcceptedFinding => {
      const metas = metasOf(group);
      const at = metas.get('at');
      return {
        check: required(group, metas, 'check'),
        finding: required(group, metas, 'finding'),
        words,
        by: required(group, metas, 'by'),
        ...(at !== undefined && { at }),
      };
    });
}
