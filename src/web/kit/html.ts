import type { HtmlEscapedString } from "hono/utils/html";

export { raw } from "hono/html";
export type { Child } from "hono/jsx";

/** Markup that is already escaped: what a TSX expression gives. A plain string is not Html. */
export type Html = HtmlEscapedString;
