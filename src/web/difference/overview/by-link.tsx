import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { formsIn } from "../../../documents/form-parts.ts";
import { saySide, withAgencyNames } from "../../../domain/difference/told/words.ts";
import { isDone } from "../../../domain/difference/who/may-vouch.ts";
import { stepOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { formPath } from "../../addresses.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say, sayList, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";

/** For whoever answers by a link: how they come back; once they are done, their receipt. Nothing for anybody else. */
export const ForReaderByLink = ({ opened }: { opened: OpenedDifference }): Html => {
	const { viewer, people, entries } = opened;
	const until = people.get(viewer.id)?.byLinkUntil;
	if (viewer.onlyIn === undefined || until === undefined) return raw("");
	const lastOf = (type: "vouched" | "link-ended") =>
		entries.findLastIndex((each) => each.type === type && each.person === viewer.id);
	const isOver = lastOf("link-ended") > lastOf("vouched");
	const { protocol, difference } = opened;
	return isOver || isDone(protocol, difference, viewer) ? (
		<Receipt opened={opened} until={until} isOver={isOver} />
	) : (
		govukInsetText({
			text: isRaiser(opened)
				? say`${sayRaised(opened)}, with the reference ${opened.header.reference}. You came by a link, until ${sayMoment(londonTime(until))}. What you type is saved. To come back, open the link in your email again.`
				: say`You answer by a link, until ${sayMoment(londonTime(until))}. What you type is saved. To come back, open the link in your email again.`,
		})
	);
};

const isRaiser = ({ difference, viewer }: OpenedDifference): boolean =>
	difference.raisedBy === viewer.id;

const sayRaised = ({ difference }: OpenedDifference): string =>
	say`You raised it at ${sayMoment(londonTime(difference.enteredAt ?? difference.raisedAt))}`;

/** What they did, when, and to whom it went. @param isOver whether nothing is left, also for the child’s record */
const Receipt = ({
	opened,
	until,
	isOver,
}: {
	opened: OpenedDifference;
	until: string;
	isOver: boolean;
}): Html => {
	const { protocol, difference, header, viewer } = opened;
	const done = difference.done.filter(({ by }) => by.person === viewer.id);
	return (
		<Section id="receipt" title={say`Your receipt`}>
			<p class="govuk-body">
				{say`Reference ${<strong>{header.reference}</strong>}. What you were asked is done.`}{" "}
				{isOver
					? say`Your link works no more.`
					: say`One thing is left: put it on the ${protocol.words.child}’s record, and say below that it is there. Your link works until then.`}
			</p>
			<Bullets
				items={[
					...(isRaiser(opened) ? [sayRaised(opened)] : []),
					...done.map(({ step, at, seq }) => {
						const sent = difference.sent.find((each) => each.seq > seq && each.at === at);
						const to = sent?.to.filter((side) => side !== stepOf(protocol, step).by.side) ?? [];
						const title = withAgencyNames(protocol, opened, stepOf(protocol, step).title);
						const when = sayMoment(londonTime(at));
						return to.length > 0
							? say`“${title}”, ${when}, sent to ${sayList(to.map((side) => saySide(protocol, opened, side)))}`
							: say`“${title}”, ${when}`;
					}),
				]}
			/>
			<p class="govuk-body">
				{formsIn(opened).length > 0 && (
					<>
						<Link href={formPath(header.id)}>{say`Read the form, or keep it as a PDF`}</Link>.{" "}
					</>
				)}
				{isOver &&
					say`You can read this until ${sayMoment(londonTime(until))}. If you are asked for more, you get another link.`}
			</p>
		</Section>
	);
};
