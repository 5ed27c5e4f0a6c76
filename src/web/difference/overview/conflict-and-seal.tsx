import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { saidKeptFromSeal } from "../../../domain/difference/told/kept-from.ts";
import { mayDeclare, whoseDecision } from "../../../domain/difference/who/conflicts.ts";
import { isGuest, keptFromSeal, sealsFor } from "../../../domain/difference/who/may-seal.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Person } from "../../../store/people.ts";
import { conflictPaths, sealPaths } from "../../addresses.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayIt, sayList, sayMoment } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** Why its reader does not act in it, and who alone may know of it. */
export function ConflictAndSeal({ opened }: { opened: OpenedDifference }): Html {
	const { protocol, difference, viewer, header, people } = opened;
	const { sealed, glassBroken, conflicts } = difference;
	const isOver = opened.wordsLost === "disposed";
	const opening = glassBroken.findLast(({ person }) => person === viewer.id);
	const reads = isGuest(difference, viewer);
	const keptFrom = keptFromSeal(protocol, difference, viewer);
	return (
		<>
			{viewer.id in conflicts ? (
				<Said>
					{say`You have a conflict of interest in this, so others do what would be yours. You are
					not asked or reminded.`}{" "}
					{mayDeclare(protocol, difference, opened.sides, viewer, viewer)
						? !isOver && (
								<Link
									href={conflictPaths.takeBack(header.id, viewer.id)}
								>{say`I have no conflict any more`}</Link>
							)
						: say`Somebody else said so, so you cannot take it back yourself.`}
				</Said>
			) : (
				whoseDecision(protocol, difference).includes(viewer.id) && (
					<Said>{say`This challenges a decision of yours, so others sign off, judge and decide what
						would be yours.`}</Said>
				)
			)}
			{(keptFrom === "named" || keptFrom === "opened") && (
				<Said>{sayIt(saidKeptFromSeal(keptFrom))}</Said>
			)}
			{sealed && (
				<Said>
					{reads && opening
						? say`This is sealed. You opened it in an emergency and can read it until
							${sayMoment(londonTime(opening.until).toPlainDateTime())}. Everything that you
							open is noted.`
						: say`This is sealed. Only
							${sayList(sealed.to.map((id) => people.get(id)?.name ?? say`somebody who has left`))}
							may know of it: do not speak of it to others.`}{" "}
					{!isOver &&
						sealsFor(protocol, difference, viewer) &&
						say`${<Link href={sealPaths.seal(header.id)}>{say`Change who may know of it`}</Link>}
							or ${<Link href={sealPaths.unseal(header.id)}>{say`take the seal off`}</Link>}`}
				</Said>
			)}
			{!reads &&
				openingsNow(opened).map(({ person, until }) => (
					<Said>{say`${nameAndPost(people.get(person))} opened this in an emergency and can read it
						until ${sayMoment(londonTime(until).toPlainDateTime())}.`}</Said>
				))}
		</>
	);
}

/** Who reads it in an emergency at this moment, besides whoever looks. */
const openingsNow = ({ difference, viewer, here }: OpenedDifference) =>
	difference.glassBroken.filter(
		({ person, until }) =>
			person !== viewer.id &&
			Temporal.Instant.compare(Temporal.Instant.from(until), here.now.toInstant()) > 0,
	);

const nameAndPost = (person: Person | undefined): string =>
	person ? `${person.name}, ${person.jobTitle}, ${person.agencyName},` : say`Somebody`;

const Said = ({ children }: { children?: unknown }): Html =>
	govukInsetText({ html: <>{children as Html}</> });
