import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Move, Step } from "../../../domain/protocol/protocol.ts";
import { movePath } from "../../addresses.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Link } from "../../kit/text.tsx";

/** The moves that the reader may make now. */
export const movesOpen = ({ acts }: OpenedDifference): Move[] =>
	acts.flatMap((act) => (act.act === "move" ? [act.move] : []));

/** Those of them that are made while a step, or the stage it stands in, is open: what may be done instead of it. */
export const movesInstead = (opened: OpenedDifference, { id, stage }: Step): Move[] =>
	movesOpen(opened).filter((move) =>
		move.while.some(
			(when) => ("step" in when && when.step === id) || ("stage" in when && when.stage === stage),
		),
	);

/** Moves as links, under a heading of their own; nothing where there is none. */
export const MoveLinks = ({
	opened,
	title,
	moves,
	children,
}: {
	opened: OpenedDifference;
	title: string;
	moves: Move[];
	/** More items of the same list. */
	children?: Child;
}): Html => (
	<>
		{(moves.length > 0 || children) && (
			<section class="concord-not-printed" aria-labelledby="moves">
				<h2 class="govuk-heading-s" id="moves">
					{title}
				</h2>
				<ul class="govuk-list">
					{moves.map((move) => (
						<li>
							<Link href={movePath(opened.header.id, move.id)}>
								{withAgencyNames(opened.protocol, opened, move.title)}
							</Link>
						</li>
					))}
					{children}
				</ul>
			</section>
		)}
	</>
);
