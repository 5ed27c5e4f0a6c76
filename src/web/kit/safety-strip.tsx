import type { Html } from "./html.ts";
import type { SafetyContact } from "./page-frame.ts";
import { asEnglish, say } from "./say.tsx";

/** Whom to ring when a child is not safe: on every page, and on the printed one. */
export const SafetyStrip = ({ contacts }: { contacts: readonly SafetyContact[] }): Html => (
	<section class="concord-safety" aria-label={say`If somebody is not safe`}>
		<ul class="govuk-width-container concord-safety__list">
			{contacts.map((contact) => (
				<li class="concord-safety__item">
					{asEnglish(contact.if)}:{contact.name && ` ${contact.name}`}{" "}
					<a class="concord-safety__call" href={`tel:${contact.call.replaceAll(/[^\d+]/g, "")}`}>
						{contact.call}
					</a>
				</li>
			))}
		</ul>
	</section>
);
