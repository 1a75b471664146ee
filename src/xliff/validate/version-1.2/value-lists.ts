/** The value lists of XLIFF 1.2. Values of one's own begin with `x-`. */

const words = (list: string): readonly string[] => list.split(' ');

/** Kinds of context. */
export const contextTypes = words(
  'database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile',
);

/** What is counted. */
export const countTypes = words('num-usages repetition total');

/** Kinds of paired codes. */
export const delimiters = words('bold italic underlined link');

/** Kinds of codes that stand alone. */
export const placeholders = words('image pb lb');

/** Formats of originals. */
export const datatypes = words(
  'asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul',
);

/** Kinds of marks. */
export const markTypes = words(
  'abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form formula head-term initialism international-scientific-term internationalism logical-expression materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form transliterated-form truncated-term variant',
);

/** Kinds of resources. */
export const restypes = words(
  'auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar window',
);

/** Units of size. */
export const sizeUnits = words('byte char col cm dlgunit em ex glyph in mm percent pixel point row');

/** States of targets. */
export const states = words(
  'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation needs-translation new signed-off translated',
);

/** How targets came to their states. */
export const stateQualifiers = words(
  'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion',
);

/** Units of counts. */
export const countUnits = words(
  'word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable',
);

/** What may be changed in the form of a target. */
export const reformatted = words(
  'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style',
);
