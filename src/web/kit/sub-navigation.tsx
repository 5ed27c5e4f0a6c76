import type { Html } from "./html.ts";

/** The parts of one thing, such as a difference: its overview, its record, its form. */
export const SubNavigation = ({
	label,
	items,
	path,
}: {
	/** What these are parts of, for those who cannot see the page. */
	label: string;
	items: readonly { text: string; href: string }[];
	/** The address of this page. */
	path: string;
}): Html => (
	<nav class="moj-sub-navigation" aria-label={label}>
		<ul class="moj-sub-navigation__list">
			{items.map(({ text, href }) => (
				<li class="moj-sub-navigation__item">
					<a
						class="moj-sub-navigation__link"
						href={href}
						aria-current={href === path ? "page" : undefined}
					>
						{text}
					</a>
				</li>
			))}
		</ul>
	</nav>
);
