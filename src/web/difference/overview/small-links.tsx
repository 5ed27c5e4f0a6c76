import type { Html } from "../../kit/html.ts";
import { Link } from "../../kit/text.tsx";

/** What it is for, and its address. */
export type NamedLink = [text: string, href: string];

/** What may be done beside all that is asked: links under a small heading, on no print. Nothing where none is open. */
export const SmallLinks = ({
	id,
	title,
	links,
}: {
	id: string;
	title: string;
	/** False for what is not open to its reader. */
	links: readonly (NamedLink | false)[];
}): Html => {
	const open = links.filter((link) => link !== false);
	return (
		<>
			{open.length > 0 && (
				<section class="concord-not-printed" aria-labelledby={id}>
					<h2 class="govuk-heading-s" id={id}>
						{title}
					</h2>
					<ul class="govuk-list">
						{open.map(([text, href]) => (
							<li>
								<Link href={href}>{text}</Link>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
};
