import { sayNumber } from "../../domain/english.ts";
import { counted } from "./dates.ts";
import { govukPagination } from "./govuk.ts";
import { type Html, raw } from "./html.ts";
import { say } from "./say.tsx";

/** From one page of a list to the others; nothing when there is one page only. */
export function Pagination({
	page,
	pages,
	isMore = false,
	hasNext = isMore || page < pages,
	href,
}: {
	/** 1 and up */
	page: number;
	/** How many there are; where there are more than were counted, how many were. */
	pages: number;
	isMore?: boolean;
	hasNext?: boolean;
	href: (page: number) => string;
}): Html {
	if (pages <= 1 && !hasNext) return raw("");
	const shown = shownPages(page, isMore ? Math.min(pages, page + 1) : pages);
	return govukPagination({
		...(page > 1 && { previous: { href: href(page - 1) } }),
		...(hasNext && { next: { href: href(page + 1) } }),
		items: [...shown, ...(isMore ? [undefined] : [])].map((number) =>
			number === undefined
				? { ellipsis: true }
				: { number, href: href(number), current: number === page },
		),
	});
}

/** First, last, and this page with its neighbours; undefined stands for those left out. */
export function shownPages(page: number, pages: number): (number | undefined)[] {
	const shown = [...new Set([1, page - 1, page, page + 1, pages])]
		.filter((number) => number >= 1 && number <= pages)
		.sort((one, other) => one - other);
	return shown.flatMap((number, index) => {
		const before = shown[index - 1] ?? 0;
		if (number - before === 2) return [number - 1, number];
		return number - before > 2 ? [undefined, number] : [number];
	});
}

/** "113"; "more than 100" where not all were counted */
export const sayCounted = ({ total, isMore }: { total: number; isMore: boolean }): string =>
	isMore ? say`more than ${total}` : sayNumber(total);

/** "Showing 21 to 40 of 113 differences"; "of more than 100 differences" where not all were counted */
export const shownOf = (
	{
		page,
		size,
		total,
		isMore = false,
	}: { page: number; size: number; total: number; isMore?: boolean },
	one: string,
	many?: string,
): string =>
	total === 0
		? counted(0, one, many)
		: isMore
			? say`Showing ${(page - 1) * size + 1} to ${Math.min(page * size, total)} of more than ${counted(total, one, many)}`
			: say`Showing ${(page - 1) * size + 1} to ${Math.min(page * size, total)} of ${counted(total, one, many)}`;
