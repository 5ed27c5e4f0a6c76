/**
 * What stands in the files of this folder: a sentence as English has it, with its places numbered, and its Welsh. Where a
 * number decides the form, Welsh has up to six; `many` of CLDR is 6 alone, `few` is 3.
 *
 * All of it was translated by people who do not speak Welsh as their own language, after the words that GOV.UK and councils in
 * Wales use: it is to be checked by a Welsh speaker. Nothing here needs more than this file to be changed.
 */
export type Entries = Readonly<Record<string, string | Forms>>;

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
