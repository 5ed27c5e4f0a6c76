import { sayNumber } from "../../../domain/english.ts";
import { afterImport, type CheckedLog } from "../../../domain/learning/old-log/check-old-log.ts";
import type { LineFault } from "../../../domain/learning/old-log/old-form.ts";
import type { FormsByYear, OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { govukButton, govukTable, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayEach, sayIt, sayWhole, startingLarge } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { ThrowAway } from "./throw-away.tsx";

/** What a trial found: the faults of each line, or what would be imported and what reports would count then. */
export const TrialPage = ({
	frame,
	log,
	checked,
	before,
	nameOfAgency,
	nameOfTheme,
	wrong,
}: {
	frame: PageFrame;
	log: OldLog;
	checked: CheckedLog;
	/** What reports count by now. */
	before: FormsByYear;
	nameOfAgency: (key: string) => string;
	nameOfTheme: (key: string) => string;
	/** Why the import that was asked for was not done. */
	wrong: string | null;
}): Html => {
	const { faults, firstFaults, forms, lines } = checked;
	return (
		<Layout
			frame={frame}
			title={
				faults > 0
					? say`${counted(faults, "fault")} to mend before it can be imported`
					: say`${counted(forms, "form")} can be imported`
			}
			caption={startingLarge(log.title)}
			width="full"
			back={{ text: say`What do these words mean?`, href: oldLogPaths.values(log.id) }}
		>
			{wrong && govukWarningText({ text: sayEach(wrong), iconFallbackText: say`Warning` })}
			{faults > 0 ? (
				<>
					<p class="govuk-body">{say`Nothing was imported. Mend the file and
						${<Link href={oldLogPaths.list}>{say`choose it again`}</Link>}: your columns and
						words are remembered. What is wrong in columns or words can be put right on the
						pages before this one.`}</p>
					{faults > firstFaults.length && (
						<p class="govuk-body">{say`The first ${firstFaults.length} are shown.`}</p>
					)}
					<LineFaults title={say`Faults`} faults={firstFaults} />
				</>
			) : (
				<>
					<p class="govuk-body">
						{lines === 1
							? say`Compare these with your own totals. Nothing was imported yet: 1 line of the file was read.`
							: say`Compare these with your own totals. Nothing was imported yet: ${counted(lines, "line")} of the file were read.`}
					</p>
					<MayBeThereTwice checked={checked} />
					<TotalsTable before={before} after={afterImport(before, checked)} />
					<Counts
						title={say`By the agency that raised it`}
						is={say`Agency`}
						counts={checked.agencies}
						name={nameOfAgency}
					/>
					<Counts
						title={say`By theme`}
						is={say`Theme`}
						counts={{
							...checked.themes,
							...(checked.withoutTheme > 0 && { "": checked.withoutTheme }),
						}}
						name={(theme) => (theme === "" ? say`No theme` : nameOfTheme(theme))}
						hint={say`A form with several themes counts in each.`}
					/>
					{checked.undated > 0 && (
						<p class="govuk-body">
							{checked.undated === 1
								? say`1 form does not tell the days on which it began and ended. Reports count it and say nothing of how long it took.`
								: say`${counted(checked.undated, "form")} do not tell the days on which they began and ended. Reports count them and say nothing of how long they took.`}{" "}
							{say`One that tells only a year counts on 1 April of it: reports on whole years are right, and those on half years are not.`}
						</p>
					)}
					{checked.open > 0 && (
						<p class="govuk-body">
							{checked.open === 1
								? say`1 form has not ended, and counts as open in every later report.`
								: say`${counted(checked.open, "form")} have not ended, and count as open in every later report.`}
						</p>
					)}
					<PostForm frame={frame} action={oldLogPaths.import(log.id)}>
						{govukButton({ text: say`Import ${counted(forms, "form")}`, preventDoubleClick: true })}
					</PostForm>
				</>
			)}
			<ThrowAway id={log.id} />
		</Layout>
	);
};

/** Lines that may tell of a form that is there already; with them it can be imported all the same. */
const MayBeThereTwice = ({
	checked: { alike, firstAlike },
}: {
	checked: Pick<CheckedLog, "alike" | "firstAlike">;
}): Html => (
	<>
		{alike > 0 && (
			<Section
				id="alike"
				title={say`${counted(alike, "line")} may tell of a form that is there already`}
			>
				<p class="govuk-body">{say`Reports count a form twice that is imported twice. Look at each: you can import
					all of them as they are.`}</p>
				{alike > firstAlike.length && (
					<p class="govuk-body">{say`The first ${firstAlike.length} are shown.`}</p>
				)}
				<LineFaults title={say`There already?`} faults={firstAlike} />
			</Section>
		)}
	</>
);

const LineFaults = ({ title, faults }: { title: string; faults: readonly LineFault[] }): Html => (
	<SortableTable
		caption={title}
		captionHidden
		columns={[
			{ text: say`Line` },
			{ text: say`Column` },
			{ text: say`What is wrong` },
			{ text: say`What to do` },
		]}
		rows={faults.map(({ line, column, said, ...fault }) => [
			String(line),
			column,
			said ? sayIt(said.wrong) : sayWhole(fault.wrong),
			said ? sayIt(said.fix) : sayWhole(fault.fix),
		])}
	/>
);

/** What reports count by year, before and after. */
export const TotalsTable = ({
	before,
	after,
}: {
	before: FormsByYear;
	after: FormsByYear;
}): Html => (
	<Section id="totals" title={say`What reports count, by the year in which it was raised`}>
		{govukTable({
			head: [
				{ text: say`Year, April to March` },
				{ text: say`Before`, format: "numeric" },
				{ text: say`Imported`, format: "numeric" },
				{ text: say`After`, format: "numeric" },
			],
			rows: Object.keys({ ...before, ...after })
				.sort()
				.map((year) => [
					{ text: year },
					...[before[year] ?? 0, (after[year] ?? 0) - (before[year] ?? 0), after[year] ?? 0].map(
						(number) => ({ text: sayNumber(number), format: "numeric" }),
					),
				]),
		})}
	</Section>
);

const Counts = ({
	title,
	is,
	counts,
	name,
	hint,
}: {
	title: string;
	is: string;
	counts: Record<string, number>;
	name: (key: string) => string;
	hint?: string;
}): Html => (
	<Section id={`by-${is.toLowerCase()}`} title={title}>
		{hint && <p class="govuk-hint">{hint}</p>}
		{govukTable({
			head: [{ text: is }, { text: say`Forms`, format: "numeric" }],
			rows: Object.entries(counts)
				.sort(([, one], [, other]) => other - one)
				.map(([key, number]) => [
					{ text: name(key) },
					{ text: sayNumber(number), format: "numeric" },
				]),
		})}
	</Section>
);
