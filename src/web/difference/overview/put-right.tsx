import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { clockOf } from "../../../domain/difference/difference.ts";
import { sayDoer, saySide, withAgencyNames } from "../../../domain/difference/told/words.ts";
import { formsToEnter } from "../../../domain/difference/who/may-enter.ts";
import { hasAnswersToMend } from "../../../domain/difference/who/may-put-right.ts";
import { nameNotInDirectory, stepsToVouchFor } from "../../../domain/difference/who/may-vouch.ts";
import { clockRule, type StepId } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { byLinkPaths, changeClockPath, enterFormPaths, putRightPaths } from "../../addresses.ts";
import { sayDue } from "../../kit/dates.ts";
import type { Child, Html } from "../../kit/html.ts";
import { say, sayDay } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { type NamedLink, SmallLinks } from "./small-links.tsx";

/** What waits for an answer beside what is owed: questions to the reader's side and of it, and requests for more time. */
export const ToBeAnswered = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, header, putRight, sides } = opened;
	const on = (at: string) => sayDay(londonTime(at).toPlainDate().toString());
	const items: Child[] = [
		...putRight.answer.map(
			({ seq, by, at }) => say`${sayDoer(protocol, opened, by)} asked a question on ${on(at)}.
				${<Link href={putRightPaths.answer(header.id, seq)}>{say`Read and answer it`}</Link>}`,
		),
		...difference.questions
			.filter(({ answered, by }) => answered === undefined && sides.includes(by.side))
			.map(
				({
					to,
					by,
					at,
				}) => say`${sayDoer(protocol, opened, by)} asked ${saySide(protocol, opened, to)} a question
					on ${on(at)}. There is no answer yet.`,
			),
		...difference.notTheirs
			.filter(({ office }) => sides.includes(office))
			.map(
				({
					by,
					at,
				}) => say`${sayDoer(protocol, opened, by)} said on ${on(at)} that what was entered for them is
					not theirs. Look at the original and ring them, then close it, return it or recall
					it.`,
			),
		...sentToNobodyKnown(opened).map(
			({ step, name }) => say`It was sent to ${name}, who is not in the directory.
				${<Link href={byLinkPaths.vouch(header.id, step)}>{say`Send them a link to answer`}</Link>}`,
		),
		...putRight.grant.map(
			({
				clock,
				by,
				at,
			}) => say`${sayDoer(protocol, opened, by)} asked on ${on(at)} for more time for
				“${titleOf(opened, clock)}”.
				${<Link href={changeClockPath(header.id, clock, "extend")}>{say`Give more time`}</Link>}
				or ${<Link href={putRightPaths.refuseTime(header.id, clock)}>{say`say no`}</Link>}`,
		),
		...difference.timeAsked
			.filter(
				({ clock, by }) =>
					sides.includes(by.side) && !putRight.grant.some((each) => each.clock === clock),
			)
			.flatMap(({ clock, by, at }) => {
				const due = clockOf(difference, clock)?.due;
				return due
					? [
							say`${sayDoer(protocol, opened, by)} asked on ${on(at)} for more time for
								“${titleOf(opened, clock)}”. It stays due by ${sayDue(due)} until somebody
								says yes.`,
						]
					: [];
			}),
	];
	return (
		<>
			{items.length > 0 && (
				<Section id="to-be-answered" title={say`To be answered`}>
					<Bullets items={items} />
				</Section>
			)}
		</>
	);
};

/** What the reader may put right, add or ask, whatever else goes on. */
export const PutRight = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, header, putRight } = opened;
	const { id } = header;
	return (
		<SmallLinks
			id="put-right"
			title={say`Put something right`}
			links={[
				...formsToEnter(protocol, opened.difference, opened.viewer).map(
					({ parts: [{ step }] }): NamedLink => [
						say`Enter what came on paper or by mail: “${withAgencyNames(protocol, opened, step.title)}”`,
						enterFormPaths.inDifference(id, step.id),
					],
				),
				putRight.note && [say`Add a note, or another attempt`, putRightPaths.note(id)],
				hasAnswersToMend(putRight) && [
					say`Put right a wrong name, date, choice or word`,
					putRightPaths.corrections(id),
				],
				putRight.ask.length > 0 && [say`Ask a question`, putRightPaths.ask(id)],
				...putRight.askForTime.map(
					({ clock }): NamedLink => [
						say`Ask for more time for “${titleOf(opened, clock)}”`,
						putRightPaths.askForTime(id, clock),
					],
				),
				...putRight.notOurs.map(
					({ seq, entered }): NamedLink => [
						say`Not yours? Tell ${saySide(protocol, opened, entered.by.side)}, who entered it`,
						putRightPaths.notOurs(id, seq),
					],
				),
				...putRight.recall.map(
					(side): NamedLink => [
						say`Recall it from ${saySide(protocol, opened, side)}, if it went to the wrong place`,
						putRightPaths.recall(id, side),
					],
				),
			]}
		/>
	);
};

/** What was sent by name to somebody whom the directory does not know, for whoever may send them a link. */
const sentToNobodyKnown = ({
	protocol,
	difference,
	viewer,
}: OpenedDifference): { step: StepId; name: string }[] =>
	stepsToVouchFor(protocol, difference, viewer).flatMap((found) => {
		const name = nameNotInDirectory(protocol, difference, found);
		return name === undefined ? [] : [{ step: found.step, name }];
	});

const titleOf = (opened: OpenedDifference, clock: string): string => {
	const { protocol } = opened;
	const title = protocol.steps[clock]?.title ?? clockRule(protocol, clock)?.title ?? clock;
	return withAgencyNames(protocol, opened, title);
};
