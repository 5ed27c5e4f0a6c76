import { type Html, raw } from "../html.ts";
import { say } from "../say.tsx";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { PaginationOptions } from "./options.ts";

type Item = Extract<NonNullable<PaginationOptions["items"]>[number], object>;
type Way = "prev" | "next";

export function govukPagination(pagination: PaginationOptions): Html {
	const { items, previous, next } = pagination;
	const isBlock = !items && !!(previous || next);
	return (
		<nav
			class={classList(
				"govuk-pagination",
				isBlock && "govuk-pagination--block",
				pagination.classes,
			)}
			aria-label={pagination.landmarkLabel || say`Pagination`}
			{...attributesOf(pagination.attributes)}
		>
			{previous?.href && <ArrowLink way="prev" link={previous} isBlock={isBlock} />}
			{items && (
				<ul class="govuk-pagination__list">
					{items.map((item) => item && Object.keys(item).length > 0 && <PageItem item={item} />)}
				</ul>
			)}
			{next?.href && <ArrowLink way="next" link={next} isBlock={isBlock} />}
		</nav>
	);
}

const arrows: Record<Way, string> = {
	prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
	next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

const Arrow = ({ way }: { way: Way }): Html => (
	<svg
		class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
		xmlns="http://www.w3.org/2000/svg"
		height="13"
		width="15"
		aria-hidden="true"
		focusable="false"
		viewBox="0 0 15 13"
	>
		<path d={arrows[way]} />
	</svg>
);

const ArrowLink = ({
	way,
	link,
	isBlock,
}: {
	way: Way;
	link: NonNullable<PaginationOptions["next"]>;
	isBlock: boolean;
}): Html => (
	<div class={`govuk-pagination__${way}`}>
		<a
			class="govuk-link govuk-pagination__link"
			href={link.href}
			rel={way}
			{...attributesOf(link.attributes)}
		>
			{(isBlock || way === "prev") && <Arrow way={way} />}
			<span
				class={classList(
					"govuk-pagination__link-title",
					isBlock && !link.labelText && "govuk-pagination__link-title--decorated",
				)}
			>
				{contentOf(link) || [
					way === "prev" ? say`Previous` : say`Next`,
					<span class="govuk-visually-hidden"> {say`page`}</span>,
				]}
			</span>
			{isBlock &&
				link.labelText && [
					<span class="govuk-visually-hidden">:</span>,
					<span class="govuk-pagination__link-label">{link.labelText}</span>,
				]}
			{!isBlock && way === "next" && <Arrow way={way} />}
		</a>
	</div>
);

const PageItem = ({ item }: { item: Item }): Html => (
	<li
		class={classList(
			"govuk-pagination__item",
			item.current && "govuk-pagination__item--current",
			item.ellipsis && "govuk-pagination__item--ellipsis",
		)}
	>
		{item.ellipsis ? (
			raw("&ctdot;")
		) : (
			<a
				class="govuk-link govuk-pagination__link"
				href={item.href}
				aria-label={item.visuallyHiddenText ?? say`Page ${item.number ?? ""}`}
				aria-current={item.current ? "page" : undefined}
				{...attributesOf(item.attributes)}
			>
				{item.number}
			</a>
		)}
	</li>
);
