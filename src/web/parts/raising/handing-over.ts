import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { withWhom } from "../../../domain/difference/difference.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import type { FormValues } from "../../kit/form.ts";
import { inputsOf } from "../fields/inputs-of.ts";
import { inputs, inScope, type Offer, offersTo, raisingBy } from "./raising.ts";

/** A difference that ended by going on under another protocol, as it stands for somebody of the agency that raised it. */
export type HandingOver = {
	/** The protocol that it goes on under, where it is in force here. */
	title: string | undefined;
	/** Who may begin it there, as the protocol calls them. */
	begunBy: string[];
	/** Where this person may begin it. */
	offer: Offer | undefined;
};

/** Undefined for every other difference, and for who is not of the agency that raised it. */
export async function handingOver(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
): Promise<HandingOver | undefined> {
	const to = handsOffIn(opened)?.to;
	if (to === undefined) return undefined;
	const { inForce, offers } = await offersTo(app, viewer, opened.here.now);
	const protocol = inForce.find(({ id }) => id === to);
	return {
		title: protocol?.title,
		begunBy: (protocol?.raise.by ?? []).map((role) => protocol?.roles[role]?.called ?? role),
		offer: offers.find((offer) => offer.protocol.id === to),
	};
}

const handsOffIn = ({ protocol, difference: { status }, sides, linked }: OpenedDifference) =>
	status.is === "ended" && sides.includes("raising") && !linked.continuedBy
		? protocol.endings[status.ending]?.handsOff
		: undefined;

/** What the other protocol's pages begin with: the answers that go with it, as far as this person may read them. */
export async function carriedOver(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
	offer: Offer,
): Promise<{ values: FormValues; carried: Answers }> {
	const before: FormValues = {
		[inputs.begin]: offer.begin,
		[inputs.scope]: inScope,
		// Where there was another agency; the raise pages ask for what is missing.
		...(withWhom(opened.header) === "another-agency" && {
			[inputs.agency]: opened.header.receivingAgency ?? "",
		}),
		[inputs.continues]: opened.header.id,
	};
	const { mayAsk, protocol } = await raisingBy(app, viewer, { sent: before });
	const carried: Answers = {};
	for (const field of handsOffIn(opened)?.carries ?? []) {
		const answer = opened.difference.answers[field]?.answer;
		const isSame = protocol.fields[field]?.type === opened.protocol.fields[field]?.type;
		if (answer !== undefined && isSame) carried[field] = answer;
	}
	return {
		carried,
		values: Object.assign(
			before,
			...mayAsk.map((question) => {
				const answer = carried[question.field.id];
				return answer === undefined ? {} : inputsOf(question, answer);
			}),
		),
	};
}
