import type { WhoLooked } from "../../../actions/who-looked.ts";
import { londonTime } from "../../../domain/time.ts";
import { differencePath, whoLookedPath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayMoment, sayTime } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";

/** Who looked, on which days and at what kinds of pages; nothing of what stood there. */
export const WhoLookedAtPage = ({
	frame,
	found: { id, reference, all, looked },
	agency,
}: {
	frame: PageFrame;
	found: WhoLooked;
	/** The reader’s own. */
	agency: string;
}): Html => (
	<Layout
		frame={frame}
		title={say`Who looked at ${reference}`}
		width="full"
		back={
			all
				? { text: say`Who looked`, href: whoLookedPath }
				: { text: reference, href: differencePath(id) }
		}
	>
		<p class="govuk-body">
			{all
				? say`Everybody who opened something of it in Concord. It does not say what they read.`
				: say`People of ${agency} who opened something of it in Concord. The data protection officer sees those of every agency.`}
		</p>
		<p class="govuk-body">{say`A list is not counted: My work, the list of differences, the log and the lists that programs
			read. A list shows the reference, the agencies and people, whom it is about, the stage, dates
			and what is counted of it, and no sentence of what was written. What somebody found by a name
			is counted.`}</p>
		{looked.length === 0 ? (
			<EmptyState title={say`Nobody has looked`} />
		) : (
			<SortableTable
				caption={say`Who looked`}
				captionHidden
				columns={[
					{ text: say`Who`, sortable: true },
					{ text: say`Agency`, sortable: true },
					{ text: say`When`, sortable: true },
					{ text: say`Times`, sortable: true, numeric: true },
					{ text: say`At what` },
				]}
				rows={looked.map((each) => [
					`${each.person}, ${each.jobTitle}`,
					each.agency,
					{ content: sayWhen(each), sort: each.last },
					{ content: String(each.times), sort: each.times },
					[...new Set(each.what.map(sayWhat))].sort().join(", "),
				])}
			/>
		)}
	</Layout>
);

function sayWhen({ first, last }: WhoLooked["looked"][number]): string {
	const [from, until] = [londonTime(first), londonTime(last)];
	const [begins, ends] = [sayMoment(from), sayMoment(until)];
	if (begins === ends) return ends;
	return from.toPlainDate().equals(until.toPlainDate())
		? say`${sayTime(from)} to ${ends}`
		: say`${begins} to ${ends}`;
}

/** The kind of a page, in words; what is not named is a page on which somebody acts. */
const sayWhat = (what: string): string => {
	const [kind = "", format] = what.split(".");
	const said = kinds()[kind] ?? say`a page to act on`;
	return format ? say`${said} (taken away)` : said;
};

const kinds = (): Record<string, string> => ({
	difference: say`the difference`,
	form: say`a form`,
	letter: say`a letter`,
	file: say`a file`,
	receipts: say`the receipts`,
	receipt: say`a receipt`,
	report: say`a report`,
	"who-looked": say`who looked`,
	seal: say`its seal`,
	"found-by-name": say`a search by name`,
	"subject-access": say`what is held about somebody who asked`,
});
