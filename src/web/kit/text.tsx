/** The few marks of running text that nearly every page has: a link, a list, what somebody typed. */
import type { Child, Html } from "./html.ts";
import { say } from "./say.tsx";

export const Link = ({ href, children }: { href: string; children: Child }): Html => (
	<a class="govuk-link" href={href}>
		{children}
	</a>
);

/** What is read aloud and not seen: it tells links and buttons of the same name apart. */
export const Unseen = ({ children }: { children: Child }): Html => (
	<span class="govuk-visually-hidden">{children}</span>
);

/** Text with its line breaks, as somebody typed it. */
export const AsTyped = ({ children }: { children: Child }): Html => (
	<span class="concord-as-typed">{children}</span>
);

/** "A or B": of what is more than text. */
export const AnyOf = ({ items: [first, ...rest] }: { items: readonly Html[] }): Html => (
	<>{first && rest.reduce((before, item) => say`${before} or ${item}`, first)}</>
);

/** A line in which mail addresses are links. */
export const WithMailLinks = ({ children }: { children: string }): Html => (
	<>
		{children
			.split(/([^\s<>,;:@]+@[^\s<>,;:@]+\.[^\s<>,;:@.]+)/u)
			.map((part, nth) => (nth % 2 === 0 ? part : <Link href={`mailto:${part}`}>{part}</Link>))}
	</>
);

/** A row of a summary list whose value somebody typed. */
export const typedRow = (label: string, typed: Child) => ({
	key: { text: label },
	value: { html: <AsTyped>{typed}</AsTyped> },
});

/** A list with bullets; nothing where there is nothing to list. */
export const Bullets = ({ items }: { items: readonly Child[] }): Html => (
	<>
		{items.length > 0 && (
			<ul class="govuk-list govuk-list--bullet">
				{items.map((item) => (
					<li>{item}</li>
				))}
			</ul>
		)}
	</>
);

/** A part of a page under a heading of its own, to which links can lead. */
export const Section = ({
	id,
	title,
	children,
}: {
	id: string;
	title: Child;
	children: Child;
}): Html => (
	<section aria-labelledby={id}>
		<h2 class="govuk-heading-m" id={id}>
			{title}
		</h2>
		{children}
	</section>
);
