import { type AttributeRule, optional } from '../element-table.ts';
import {
  anything,
  either,
  languageOrNone,
  listOf,
  oneOf,
  pattern,
  space,
  token,
  type ValueType,
  yesNo,
} from '../value-types.ts';
import * as lists from './value-lists.ts';

export const text = optional(anything);
export const name = optional(token);
export const flag = optional(yesNo);
export const xmlLanguage = optional(languageOrNone);
export const xmlSpace = optional(space);
const extension = pattern('a value of the standard, or x- and one of your own', /^x-[^\s]+$/u);
/** A value of a list of the standard, or one of one's own. */
export const listed = (...values: readonly string[]): ValueType => either(oneOf(...values), extension);

export const datatype = listed(...lists.datatypes);
export const restype = listed(...lists.restypes);
export const state = listed(...lists.states);
export const stateQualifier = listed(...lists.stateQualifiers);
export const coordinates = optional(
  pattern('four numbers or # with ; between them', /^(?:-?\d+|#)(?:;(?:-?\d+|#)){3}$/u),
);
export const mimeType = pattern(
  'a MIME type, such as image/png',
  /^(?:text|multipart|message|application|image|audio|video|model)(?:\/.+)*$/u,
);
export const reformat = either(oneOf('yes', 'no'), listOf(listed(...lists.reformatted)));
export const dateTime = pattern(
  'a date and time, such as 2026-11-05T08:30:00Z',
  /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/u,
);

export const appearance: Record<string, AttributeRule> = {
  resname: text,
  coord: coordinates,
  font: text,
  'css-style': text,
  style: name,
  exstyle: name,
};
export const resource: Record<string, AttributeRule> = {
  ...appearance,
  datatype: optional(datatype),
  restype: optional(restype),
  extradata: text,
  extype: text,
  'help-id': name,
  menu: text,
  'menu-option': text,
  'menu-name': text,
  'xml:space': xmlSpace,
};
export const sizes: Record<string, AttributeRule> = {
  'size-unit': optional(listed(...lists.sizeUnits)),
  maxwidth: name,
  minwidth: name,
  maxheight: name,
  minheight: name,
  maxbytes: name,
  minbytes: name,
  charclass: text,
};
