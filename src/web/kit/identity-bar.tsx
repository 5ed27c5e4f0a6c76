import type { Child, Html } from "./html.ts";
import { say } from "./say.tsx";

/** Which difference this is, across the top of each of its pages; what can be done, to the right. */
export const IdentityBar = ({ title, actions }: { title: Child; actions?: Child }): Html => (
	<section class="moj-identity-bar" aria-label={say`What this page is about`}>
		<div class="govuk-width-container moj-identity-bar__container">
			<div class="moj-identity-bar__details">
				<span class="moj-identity-bar__title">{title}</span>
			</div>
			{actions && <div class="moj-identity-bar__actions">{actions}</div>}
		</div>
	</section>
);
