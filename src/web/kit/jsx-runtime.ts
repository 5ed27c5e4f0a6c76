/**
 * The JSX runtime of every .tsx file (tsconfig: jsxImportSource '#kit').
 * Hono renders and escapes; these types make it strict: pages are synchronous,
 * and a tag or attribute that HTML does not know does not compile.
 */
import type { Child, JSX as HonoJSX } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";

export { jsxDEV } from "hono/jsx/jsx-dev-runtime";
export { Fragment, jsx, jsxs } from "hono/jsx/jsx-runtime";

export declare namespace JSX {
	type Element = HtmlEscapedString;
	interface ElementChildrenAttribute {
		children: Child;
	}
	interface IntrinsicElements extends HonoJSX.IntrinsicElements, Record<SvgTag, SvgAttributes> {}
}

/** The SVG that pictures are drawn with; Hono types HTML only. */
type SvgTag =
	| "svg"
	| "g"
	| "path"
	| "line"
	| "rect"
	| "circle"
	| "polyline"
	| "text"
	| "tspan"
	| "desc";

type SvgAttributes = { children?: Child } & {
	[attribute: string]: Child | undefined;
};
