import { type PeopleShownBy, sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayEnding, sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Agency } from "../../../store/agencies.ts";
import type { Listed } from "../../../store/search.ts";
import type { Counted } from "../../../store/where-to-look.ts";
import { paths } from "../../addresses.ts";
import { DueTag } from "../../kit/due-tag.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormValues, type ReadForm, textField } from "../../kit/form.ts";
import { govukButton, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, speechNow, startingLarge, withArticle } from "../../kit/say.tsx";
import { type Cell, SortableTable } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { Link } from "../../kit/text.tsx";
import { Reference } from "../../parts/difference/reference.tsx";
import { type RecalledFromYou, RecalledSection } from "../../parts/recalled-from-you.tsx";
import { mostByName, pageSize, type SearchAsked } from "./search-asked.ts";
import { SearchForm } from "./search-form.tsx";

/** A row of the list, and the version of the protocol that its words come from. */
export type ListedWithProtocol = Listed & {
	protocol: Protocol;
	/** How many there are until it is due, where its limit is counted in working days. */
	workingDays: number | undefined;
};

type ListPageProps = {
	frame: PageFrame;
	asked: ReadForm<SearchAsked>;
	/** What was asked by a name, where that is what the list shows. */
	byName?: ReadForm<{ about: string }> | undefined;
	agencies: Agency[];
	/** In force today; undefined before a partnership has one. */
	protocol: Protocol | undefined;
	rows: ListedWithProtocol[];
	/** On all pages. */
	counted: Counted;
	today: Temporal.PlainDate;
	/** How the list names whom each is about. */
	shownBy: PeopleShownBy;
	/** What was sent to the reader by mistake and recalled: it is in no list. */
	recalled: RecalledFromYou;
};

/** Every difference that the reader may know of, to search and to page through. */
export const ListPage = ({
	frame,
	asked,
	byName,
	agencies,
	protocol,
	rows,
	counted,
	today,
	shownBy,
	recalled,
}: ListPageProps): Html => {
	const { difference = "difference", differences = "differences" } = protocol?.words ?? {};
	const page = asked.data?.page ?? 1;
	return (
		<Layout
			frame={frame}
			title={startingLarge(differences)}
			errors={byName?.errors ?? asked.errors}
			width="full"
		>
			<SearchByName frame={frame} form={byName} child={protocol?.words.child ?? "child"} />
			<SearchForm asked={asked} agencies={agencies} protocol={protocol} />
			{(byName ?? asked).data &&
				(rows.length === 0 ? (
					<EmptyState
						title={say`No ${differences} found`}
					>{say`You see those of your agency that you may know of.
						${<Link href={paths.differences}>{say`Show all of them`}</Link>}`}</EmptyState>
				) : (
					<>
						<SortableTable
							caption={shownOf(
								{ page, size: byName ? mostByName : pageSize, ...counted },
								difference,
								differences,
							)}
							columns={[
								{ text: say`Reference` },
								{ text: startingLarge(protocol?.words.child ?? "child") },
								{ text: say`Raised by` },
								{ text: say`With` },
								{ text: say`About` },
								{ text: say`Where it stands` },
								{ text: say`Due` },
							]}
							rows={rows.map((row) => cellsOf(row, today, shownBy))}
						/>
						{byName && counted.total > rows.length && (
							<p class="govuk-body">{say`Enter more of the name to see fewer.`}</p>
						)}
						<Pagination
							page={page}
							pages={byName ? 1 : Math.ceil(counted.total / pageSize)}
							isMore={!byName && counted.isMore}
							href={(number) => addressOf(asked.values, number)}
						/>
					</>
				))}
			<RecalledSection {...recalled} />
		</Layout>
	);
};

const cellsOf = (
	row: ListedWithProtocol,
	today: Temporal.PlainDate,
	shownBy: PeopleShownBy,
): Cell[] => [
	<Reference
		id={row.id}
		reference={row.reference}
		notSafe={row.notSafe && row.status === "open"}
	/>,
	sayWhom(row.about, shownBy),
	row.raising,
	sayOtherAgency(row, { speech: speechNow() }),
	row.themes.map((theme) => row.protocol.themes[theme] ?? theme).join("; "),
	row.status === "ended" ? (
		<StatusTag text={sayEnding(row.protocol, row.ending ?? "")} />
	) : (
		stageTitle(row.protocol, row.stage)
	),
	row.status === "ended" ? (
		say`Ended`
	) : (
		<DueTag
			due={row.nextDueAt === null ? undefined : londonTime(row.nextDueAt).toPlainDate()}
			today={today}
			binding={row.nextDueIs}
			workingDays={row.workingDays}
		/>
	),
];

/** Finds the differences about somebody: posted, so that no address holds a name. */
const SearchByName = ({
	frame,
	form = { values: {}, errors: undefined },
	child,
}: {
	frame: PageFrame;
	form?: Pick<ReadForm<unknown>, "values" | "errors"> | undefined;
	child: string;
}): Html => (
	<PostForm frame={frame} action={paths.differencesByName}>
		{govukInput({
			...textField({ values: form.values, errors: form.errors ?? {} }, "about"),
			label: { text: say`Find ${withArticle(child)}` },
			hint: {
				text: say`The first letters of their name, three or more; their date of birth; or a number of theirs, such as an NHS number`,
			},
			classes: "govuk-input--width-20",
			autocomplete: "off",
			spellcheck: false,
		})}
		{govukButton({ text: say`Find the ${child}`, classes: "govuk-button--secondary" })}
	</PostForm>
);

/** The same search on another page. */
function addressOf(values: FormValues, page: number): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		for (const each of [value ?? ""].flat())
			if (each !== "" && name !== "page") query.append(name, each);
	query.set("page", String(page));
	return `${paths.differences}?${query}`;
}
