import type { Child, Html } from "./html.ts";

/** Where a list would be: says that there is nothing, and what would bring something here. */
export const EmptyState = ({ title, children }: { title: string; children?: Child }): Html => (
	<div class="concord-empty">
		<p class="concord-empty__title">{title}</p>
		{children && <div class="govuk-hint concord-empty__text">{children}</div>}
	</div>
);
