import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Difference } from "../../../domain/difference/difference.ts";
import { saySide } from "../../../domain/difference/told/words.ts";
import { mayEndLinks } from "../../../domain/difference/who/may-vouch.ts";
import { type Side, stepOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Person } from "../../../store/people.ts";
import { byLinkPaths, protocolPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayDay, startingLarge } from "../../kit/say.tsx";
import { Link, Section, Unseen } from "../../kit/text.tsx";

/** Since when an agency that is involved besides the two knows of it, as far as the reader can tell. */
function sayKnows({ known }: Difference, side: Side): string {
	const since = known[side];
	return since === undefined
		? say`Involved. As far as you can see, nothing was sent to it yet.`
		: say`Involved, and told on ${sayDay(londonTime(since).toPlainDate().toString())}.`;
}

/** That somebody has no account: since their link ended, too; for whoever may take it back, where. */
const AnswersByLink = ({ opened, person }: { opened: OpenedDifference; person: Person }): Html => {
	const { protocol, difference, header, viewer, entries, people } = opened;
	const vouched = entries.findLast(
		(entry) => entry.type === "vouched" && entry.person === person.id,
	);
	const by = people.get(vouched?.by?.person ?? "")?.name;
	const isOver =
		person.left ||
		entries.findLastIndex((each) => each.type === "link-ended" && each.person === person.id) >
			entries.findLastIndex((each) => each.type === "vouched" && each.person === person.id);
	return (
		<>
			<br />
			{vouched?.type === "vouched" && vouched.step === undefined
				? say`Came by a link`
				: isOver
					? say`Answered by a link, which works no more`
					: say`Answers by a link`}
			{by !== undefined && say`, vouched for by ${by}`}
			{!isOver && mayEndLinks(protocol, difference, viewer) && (
				<>
					<br />
					<Link
						href={byLinkPaths.takeBack(header.id, person.id)}
					>{say`Take back the link${<Unseen> {say`of ${person.name}`}</Unseen>}`}</Link>
				</>
			)}
		</>
	);
};

/** Who may come by a link and was asked for nothing yet, and of which side they are, as far as the reader may know. */
const vouchedFor = ({ protocol, entries, people }: OpenedDifference): Record<string, Side> =>
	Object.fromEntries(
		entries.flatMap((entry) =>
			entry.type === "vouched" && entry.step !== undefined && !people.get(entry.person)?.left
				? [[entry.person, stepOf(protocol, entry.step).by.side]]
				: [],
		),
	);

/** Everybody who is named in it, acted or owes something, by side, with how to reach them. */
export const PeopleInIt = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, people } = opened;
	const everybody = {
		...Object.fromEntries(
			difference.open.flatMap(({ step, person }) =>
				person ? [[person, stepOf(protocol, step).by.side]] : [],
			),
		),
		...vouchedFor(opened),
		...difference.people,
	};
	const sides = [
		...new Set([...Object.values(everybody), ...Object.keys(difference.involved).sort()]),
	];
	return (
		<Section id="people" title={say`People`}>
			{sides.map((side) => (
				<>
					<h3 class="govuk-heading-s">{startingLarge(saySide(protocol, opened, side))}</h3>
					{side in difference.involved && <p class="govuk-body">{sayKnows(difference, side)}</p>}
					<ul class="govuk-list govuk-list--spaced">
						{Object.entries(everybody).flatMap(([id, theirs]) => {
							const person = people.get(id);
							return person && theirs === side
								? [
										<li>
											{person.name}
											<br />
											{person.jobTitle}
											{person.onlyIn !== undefined && (
												<AnswersByLink opened={opened} person={person} />
											)}
											{person.left ? (
												person.onlyIn === undefined && say`, has left`
											) : (
												<>
													<br />
													<span class="concord-work-address" data-address={person.email}>
														<Link
															href={`mailto:${person.email}`}
														>{say`Send an email${<Unseen> {say`to ${person.name}`}</Unseen>}`}</Link>
													</span>
												</>
											)}
										</li>,
									]
								: [];
						})}
					</ul>
				</>
			))}
			{opened.viewer.onlyIn === undefined && (
				<p class="govuk-body concord-not-printed">
					<Link href={protocolPath}>{say`How this works, and whom to ask`}</Link>
				</p>
			)}
		</Section>
	);
};
