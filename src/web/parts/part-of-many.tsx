/** Part of a long list: what page of it an address asks for, and the way to the rest of it. */
import { z } from "zod";
import { sayNumber } from "../../domain/english.ts";
import type { WhichPart } from "../../store/where-to-look.ts";
import type { Html } from "../kit/html.ts";
import { Pagination, sayCounted, shownOf } from "../kit/pagination.tsx";
import { say } from "../kit/say.tsx";
import { Link, Unseen } from "../kit/text.tsx";

/** How many rows are on a page, and on one that is to be printed. */
const rowsOn = { screen: 25, paper: 500 } as const;

/** What an address says of a page of a long list. */
export const pageAsked = z.object({
	page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
	/** Many on one page: to be printed. */
	many: z.literal("yes").optional().catch(undefined),
});
export type PageAsked = z.output<typeof pageAsked>;

/** Which rows are on it. */
export const partAsked = ({ page, many }: PageAsked): WhichPart => {
	const limit = many ? rowsOn.paper : rowsOn.screen;
	return { offset: (page - 1) * limit, limit };
};

/** Beneath the first rows of a list: that there are more, and where; nothing where all are shown. */
export const RestOf = ({
	shown,
	total,
	isMore = false,
	href,
	what,
}: {
	shown: number;
	total: number;
	/** There are more than were counted. */
	isMore?: boolean;
	href: string;
	/** What the list is, for whoever hears the link alone. */
	what: string;
}): Html => (
	<>
		{total > shown && (
			<p class="govuk-body">
				{shown === 1
					? say`The most urgent of these.`
					: say`${sayNumber(shown)} of ${sayCounted({ total, isMore })}, the most urgent first.`}{" "}
				<Link href={href}>
					{isMore ? say`Show all` : say`Show all ${sayNumber(total)}`}
					<Unseen>, {what}</Unseen>
				</Link>
			</p>
		)}
	</>
);

/** Beneath a page of a list: which part of it this is, the other pages, and more of it on one page for paper. */
export const PagesOf = ({
	asked,
	total,
	isMore = false,
	href,
}: {
	asked: PageAsked;
	total: number;
	/** There are more than were counted. */
	isMore?: boolean;
	/** The address of the list, which has a query. */
	href: string;
}): Html => {
	const { limit } = partAsked(asked);
	const address = (page: number, many: boolean) =>
		`${href}${many ? "&many=yes" : ""}${page > 1 ? `&page=${page}` : ""}`;
	return (
		<>
			<p class="govuk-body">{shownOf({ page: asked.page, size: limit, total, isMore }, "row")}</p>
			<Pagination
				page={asked.page}
				pages={Math.ceil(total / limit)}
				isMore={isMore}
				href={(page) => address(page, asked.many !== undefined)}
			/>
			{!asked.many && total > rowsOn.screen && (
				<p class="govuk-body concord-not-printed">
					<Link href={address(1, true)}>
						{total > rowsOn.paper
							? say`Show ${rowsOn.paper} on a page, to print`
							: say`Show all on one page, to print`}
					</Link>
				</p>
			)}
		</>
	);
};
