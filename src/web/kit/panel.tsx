import type { Child, Html } from "./html.ts";

/** Says that something is done, as the page's heading: give the layout `heading={false}`. */
export const Panel = ({ title, children }: { title: string; children?: Child }): Html => (
	<div class="govuk-panel govuk-panel--confirmation">
		<h1 class="govuk-panel__title">{title}</h1>
		{children && <div class="govuk-panel__body">{children}</div>}
	</div>
);
