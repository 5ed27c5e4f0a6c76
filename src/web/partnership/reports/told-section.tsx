import type { Piece, Told, WordTable } from "../../../documents/report/told.ts";
import type { Child, Html } from "../../kit/html.ts";
import { TwoThirds } from "../../kit/layout.tsx";
import { say } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { AsTyped, Bullets } from "../../kit/text.tsx";
import { FoldedOnPhone } from "./folded-on-phone.tsx";

/** A part of a report that is told in words. */
export const ToldSection = ({ told: { id, title, pieces } }: { told: Told }): Html => (
	<section class="concord-report__section" aria-labelledby={`told-${id}`}>
		<h2 class="govuk-heading-l" id={`told-${id}`}>
			{title}
		</h2>
		{pieces.map((piece) => (
			<PieceOfIt piece={piece} />
		))}
	</section>
);

const PieceOfIt = ({ piece }: { piece: Piece }): Html => {
	switch (piece.is) {
		case "heading":
			return <h3 class="govuk-heading-m">{piece.text}</h3>;
		case "words":
			return (
				<TwoThirds>
					<p class="govuk-body">
						<AsTyped>{piece.text}</AsTyped>
					</p>
				</TwoThirds>
			);
		case "extracts":
			return (
				<TwoThirds>
					{piece.texts.map((text) => (
						<blockquote class="govuk-inset-text">
							<AsTyped>{text}</AsTyped>
						</blockquote>
					))}
				</TwoThirds>
			);
		case "lines":
			return (
				<TwoThirds>
					<h3 class="govuk-heading-m">{piece.title}</h3>
					<p class="govuk-hint">{piece.says}</p>
					<LongFolded title={piece.title} length={piece.items.length}>
						<Bullets items={piece.items.map((text) => <AsTyped>{text}</AsTyped>)} />
					</LongFolded>
				</TwoThirds>
			);
		case "table":
			return <Texts table={piece.table} />;
	}
};

/** As long as “30 September 2026”. */
const longestDay = 17;

const Texts = ({ table: { title, columns, rows } }: { table: WordTable }): Html => (
	<>
		<h3 class="govuk-heading-m">{title}</h3>
		<LongFolded title={title} length={rows.length}>
			<SortableTable
				caption={title}
				captionHidden
				columns={columns.map((text) => ({ text }))}
				rows={rows.map((texts) =>
					// A day is not broken within its month.
					texts.map((text) => (text.length > longestDay ? <AsTyped>{text}</AsTyped> : text)),
				)}
			/>
		</LongFolded>
	</>
);

/** So many entries are read on a phone without being asked for. */
const fewEntries = 3;

/** A list under its heading: a long one is opened on a phone by whoever wants it. */
const LongFolded = ({
	title,
	length,
	children,
}: {
	title: string;
	length: number;
	children: Child;
}): Html =>
	length > fewEntries ? (
		<FoldedOnPhone
			summary={say`All
					${length}${<span class="govuk-visually-hidden"> {say`of “${title}”`}</span>}`}
		>
			{children}
		</FoldedOnPhone>
	) : (
		<>{children}</>
	);
