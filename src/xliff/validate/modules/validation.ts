import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

const conditions = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];
/** Attributes of these define no rule of one's own. */
const ofStandard: ReadonlySet<string> = new Set(Object.values(namespaces));

/** The rules of the Validation module, for one `<val:validation>` of a file, group or unit. */
export function checkValidation(validation: XmlElement, holder: XmlElement, report: Report): void {
  for (const rule of childrenOf(validation, 'rule', validation.uri)) {
    const has = (name: string): boolean => attributeOf(rule, name) !== undefined;
    const said = conditions.filter(has);
    const custom = rule.attributes.find(({ uri }) => uri !== '' && !ofStandard.has(uri));
    const all = custom ? [...said, custom.name] : said;
    if (all.length > 1) {
      report.add(
        'validation-one-condition',
        rule,
        `a rule has one condition, but this has ${all.join(' and ')}: make two rules`,
      );
    }
    if (all.length === 0) {
      report.add('validation-one-condition', rule, `a rule has one of ${conditions.join(', ')}: add it`);
    }
    if (has('occurs') && !has('isPresent')) {
      report.add(
        'validation-occurs',
        rule,
        'occurs counts what isPresent names: add isPresent, or remove occurs',
      );
    }
    if (has('existsInSource') && (said.length !== 1 || has('isNotPresent'))) {
      const message =
        'existsInSource goes with one of isPresent, startsWith and endsWith: add it, or remove existsInSource';
      report.add('validation-exists-in-source', rule, message);
    }
    if (holder.local === 'file' && attributeOf(rule, 'disabled') === 'yes') {
      report.add(
        'validation-disabled-in-file',
        rule,
        'nothing is above the rules of a <file> to be disabled: remove the rule',
      );
    }
  }
}
