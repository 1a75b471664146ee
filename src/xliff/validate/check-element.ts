import { attributeOf, type XmlAttribute, type XmlElement } from '../../xml/node.ts';
import type { ElementRule, ElementTable } from './element-table.ts';
import { quoted, type Report } from './finding.ts';
import type { ModuleAttribute } from './modules/module-attributes.ts';
import { namespaces } from './namespaces.ts';
import { languageOrNone, ncName, space, uri, type ValueType } from './value-types.ts';

/** Everything the schemas of one version say of elements and attributes, by namespace. */
export type Schema = {
  readonly elements: ReadonlyMap<string, ElementTable>;
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, ModuleAttribute>>;
  /** Namespaces that are extensions here: of their attributes, only the values are looked at. */
  readonly extensions?: ReadonlySet<string>;
};

/** What the schema says of an element; undefined where it does not know it. */
export function ruleOf(element: XmlElement, schema: Schema): ElementRule | undefined {
  return schema.elements.get(element.uri)?.get(element.local);
}

/**
 * Checks one element against the schema as it opens: whether there is such an element, its attributes, and their values. Of elements of
 * namespaces that the schema does not know, only the attributes it does know are looked at.
 */
export function checkElement(
  element: XmlElement,
  rule: ElementRule | undefined,
  schema: Schema,
  report: Report,
): void {
  if (rule) {
    checkAttributes(element, rule, schema, report);
  } else if (schema.elements.has(element.uri)) {
    report.add(
      'element-unknown',
      element,
      `there is no element <${element.name}> in its namespace: correct the name or remove it`,
    );
  } else {
    for (const attribute of element.attributes) {
      const type =
        attribute.uri === namespaces.xml
          ? xmlAttributeTypes.get(attribute.local)
          : schema.attributes.get(attribute.uri)?.get(attribute.local)?.type;
      if (type && !type.accepts(attribute.value)) addWrongValue(element, attribute, type, report);
    }
  }
}

function checkAttributes(element: XmlElement, rule: ElementRule, schema: Schema, report: Report): void {
  for (const attribute of element.attributes) {
    const known =
      attribute.uri === '' || attribute.uri === namespaces.xml
        ? rule.attributes.get(attribute.name)
        : undefined;
    if (known) {
      if (!known.type.accepts(attribute.value)) addWrongValue(element, attribute, known.type, report);
    } else if (attribute.uri === '') {
      report.add(
        'attribute-unknown',
        element,
        `<${element.name}> has no attribute “${attribute.name}”: correct the name or remove it`,
      );
    } else {
      checkOtherAttribute(element, attribute, rule, schema, report);
    }
  }
  for (const name of rule.required) {
    const there = name.startsWith('xml:')
      ? attributeOf(element, name.slice('xml:'.length), namespaces.xml)
      : attributeOf(element, name);
    if (there === undefined) {
      report.add('attribute-missing', element, `<${element.name}> needs the attribute “${name}”`);
    }
  }
}

function addWrongValue(
  element: XmlElement,
  { name, value }: XmlAttribute,
  type: ValueType,
  report: Report,
): void {
  report.add(
    type.constraint,
    element,
    `${name}=${quoted(value)} of <${element.name}> must be ${type.description}`,
  );
}

const xmlAttributeTypes = new Map<string, ValueType>([
  ['lang', languageOrNone],
  ['space', space],
  ['id', ncName],
  ['base', uri],
]);
const takenByCodes: ReadonlySet<string> = new Set([namespaces.formatStyle, namespaces.sizeRestriction]);

function checkOtherAttribute(
  element: XmlElement,
  attribute: XmlAttribute,
  rule: ElementRule,
  schema: Schema,
  report: Report,
): void {
  const allowed =
    rule.others === 'any' ||
    (rule.others === 'any-but-xml' && attribute.uri !== namespaces.xml) ||
    (rule.others === 'modules' && takenByCodes.has(attribute.uri));
  if (!allowed) {
    report.add(
      'extension-attribute',
      element,
      `<${element.name}> takes no attribute ${quoted(attribute.name)}: remove it, or put it where the standard has an extension point`,
    );
    return;
  }
  if (attribute.uri === namespaces.xml) {
    const type = xmlAttributeTypes.get(attribute.local);
    if (type && !type.accepts(attribute.value)) addWrongValue(element, attribute, type, report);
    return;
  }
  const ofModule = schema.attributes.get(attribute.uri);
  if (!ofModule) return;
  const known = ofModule.get(attribute.local);
  const isExtension = schema.extensions?.has(attribute.uri) ?? false;
  if (!known && isExtension) return;
  if (!known || !(isExtension || mayStandOn(known, element))) {
    const reason = known
      ? `must not stand on <${element.name}>`
      : 'is no attribute of the module its namespace names';
    report.add('module-attribute', element, `“${attribute.name}” ${reason}: remove it`);
  } else if (!known.type.accepts(attribute.value)) addWrongValue(element, attribute, known.type, report);
}

function mayStandOn({ on, onMatch }: ModuleAttribute, { uri, local }: XmlElement): boolean {
  if (uri === namespaces.core) return on?.has(local) ?? true;
  return onMatch !== false || uri !== namespaces.matches;
}
