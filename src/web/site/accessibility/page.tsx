import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";

export const AccessibilityPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title="Accessibility statement">
		<p class="govuk-body">
			This statement is about Concord, the service in which
			{frame.partnership ? ` ${frame.partnership}` : " this partnership"} resolves professional
			differences.
		</p>
		<h2 class="govuk-heading-m">How accessible Concord is</h2>
		<p class="govuk-body">You should be able to:</p>
		<ul class="govuk-list govuk-list--bullet">
			<li>do everything with a keyboard alone</li>
			<li>do everything with scripts turned off in your browser</li>
			<li>zoom in to 400% without text running off the screen</li>
			<li>use a screen reader or speech recognition on every page</li>
			<li>change colours and fonts without losing anything</li>
			<li>print any page and any form</li>
		</ul>
		<p class="govuk-body">
			Colour never carries a meaning alone: what is late, due or done is also said in words. A page
			never times out while you write; drafts are kept.
		</p>
		<h2 class="govuk-heading-m">Standard</h2>
		<p class="govuk-body">
			Concord is built to meet level AA of the Web Content Accessibility Guidelines, version 2.2, as
			the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
			2018 ask. Every page is checked by automatic tests whenever it changes. It has not yet been
			audited by somebody independent.
		</p>
		<h2 class="govuk-heading-m">If something does not work for you</h2>
		<p class="govuk-body">
			Tell your partnership's Business Unit what you were trying to do and what stood in the way.
			They can also give you any form or letter in another format.
		</p>
		<h2 class="govuk-heading-m">If you are not content with the answer</h2>
		<p class="govuk-body">
			The Equality and Human Rights Commission enforces the regulations. Contact the Equality
			Advisory and Support Service.
		</p>
	</Layout>
);
